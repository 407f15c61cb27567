package fr.gercor.faq.conversation;

import fr.gercor.faq.answer.Answered;
import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Exchange;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.conversation.ConversationStore.Snapshot;
import fr.gercor.faq.conversation.Spooled.Opening;
import fr.gercor.faq.conversation.Spooled.Said;
import fr.gercor.faq.conversation.Talks.Talk;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Every conversation there is, and the whole way of a message: understood by what was said before, answered, masked, stored at its
 * place, and told. A conversation's messages are taken one after the other, whichever doors they come by. While the database is
 * away they are answered all the same, and spooled.
 */
public final class Conversations {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    /** Turns that are read at once: thousands would outlast the patience with the database. */
    public static final int MOST_AT_ONCE = 200;

    /** The earlier turns that a message is understood by; nobody refers to what lies further back. */
    private static final int HISTORY = 100;

    /** More conversations of an account than anybody looks through. */
    private static final int MOST_LISTED = 50;

    /** The last turns of each kept conversation that this node remembers, for when the database is away. */
    private static final int RECENT = 10;

    /** Another node may take the next place; it can't do so again and again, for each of its turns costs its patient a message. */
    private static final int TRIES = 10;

    /** Characters of a reason that the database holds. */
    private static final int LONGEST_REASON = 64;

    /** Conversations are locked by the hash of their id: two that share a lock only wait for each other. */
    private static final int LOCKS = 1 << 10;

    private final ConversationStore store;
    private final Reach reach;
    private final Spool spool;
    private final Supplier<Engine> engines;
    private final Masker masker;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Consumer<UUID> eraseBeside;
    private final SecureRandom random = new SecureRandom();

    /** Keys the fingerprints of messages in conversations that are reopened by their owner, who has no token to show. */
    private final Token owners = Token.random(random);

    private final Talks unkept;
    private final Talks recent;
    private final Lock catchingUp = new ReentrantLock();
    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    /** @param eraseBeside erases what others keep of a conversation, before it is erased itself: should one fail, both are asked again */
    Conversations(
            ConversationStore store,
            Reach reach,
            Spool spool,
            Supplier<Engine> engines,
            Masker masker,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock,
            Consumer<UUID> eraseBeside) {
        this.store = store;
        this.reach = reach;
        this.spool = spool;
        this.engines = engines;
        this.masker = masker;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
        this.eraseBeside = eraseBeside;
        // At some 5 KB a turn: 100 MB at the very most for each of the two.
        this.unkept = new Talks(5_000, 20_000, HISTORY, clock);
        this.recent = new Talks(20_000, 20_000, RECENT, clock);
    }

    /**
     * Begins a conversation.
     *
     * @param keep whether its turns are stored; otherwise it lives in this node's memory while it is in use
     * @param audience for whom it is answered
     * @param owner the account that it is bound to; empty for a patient's
     * @throws StoreAwayException if it can't be kept, neither in the database nor in the spool
     */
    public Opened open(boolean keep, Audience audience, Optional<String> owner) {
        UUID id = UUID.randomUUID();
        Token token = Token.random(random);
        Head head = new Head(token.hash(), audience, owner, Head.FIRST_SEQ);
        if (keep) {
            insert(id, head);
            recent.put(id, head, List.of());
        } else {
            unkept.put(id, head, List.of());
        }
        return new Opened(
                new Conversation(id, head, keep, token),
                token.value(),
                engines.get().greeting());
    }

    private void insert(UUID id, Head head) {
        if (!reach.isAway()) {
            try {
                reach.ask(() -> {
                    store.insert(id, head, clock.instant());
                    return id;
                });
                return;
            } catch (StoreAwayException e) {
                LOG.debug("A conversation begins in the spool");
            }
        }
        spool.append(new Opening(id, head, clock.instant()));
    }

    /**
     * The conversation that a token opens.
     *
     * @return empty if there is none of that id, or the token is another's: nobody is told which
     * @throws StoreAwayException if the database is away and this node doesn't know the conversation
     */
    public Optional<Conversation> resume(UUID id, String token) {
        Token shown = new Token(token);
        Optional<Head> inMemory = unkept.get(id).map(Talk::head);
        Optional<Head> head = inMemory.or(() -> known(id).map(Talk::head));
        if (head.isEmpty()) {
            // As long as for a token that is wrong.
            shown.matches(shown.hash());
            return Optional.empty();
        }
        return head.filter(each -> shown.matches(each.tokenHash()))
                .map(each -> new Conversation(id, each, inMemory.isEmpty(), shown));
    }

    /**
     * The conversation of an account, without its token: who is logged in needs none.
     *
     * @param owner the account that asks
     * @return empty if there is none of that id, or it is another's: nobody is told which
     * @throws StoreAwayException if the database is away and this node doesn't know the conversation
     */
    public Optional<Conversation> resumeOwn(UUID id, String owner) {
        return known(id)
                .map(Talk::head)
                .filter(head -> head.owner().filter(owner::equals).isPresent())
                .map(head -> new Conversation(id, head, true, owners));
    }

    /**
     * The conversations that an account can reopen, the last used first: those that still hold a word.
     *
     * @throws StoreAwayException if the database is away
     */
    public List<OwnConversation> ownedBy(String owner) {
        if (reach.isAway()) {
            throw new StoreAwayException(null);
        }
        return reach.ask(() -> store.ownedBy(owner, MOST_LISTED));
    }

    /** A kept conversation as it is now: from the database, or as it was last seen here while that is away. */
    private Optional<Talk> known(UUID id) {
        if (!reach.isAway() && !spool.holds(id)) {
            try {
                Optional<Head> head = reach.ask(() -> store.head(id));
                Optional<Talk> seen = recent.get(id);
                if (head.isPresent()
                        && seen.filter(talk -> talk.head().equals(head.get())).isEmpty()) {
                    recent.put(id, head.get(), reach.ask(() -> store.lastTurns(id, RECENT)));
                }
                return head.flatMap(each -> recent.get(id));
            } catch (StoreAwayException e) {
                LOG.debug("A conversation is looked for in memory");
            }
        }
        return Optional.of(recent.get(id).orElseThrow(() -> new StoreAwayException(null)));
    }

    /**
     * Answers a message and keeps the turn. The same client id again gets the turn that it had, and adds nothing.
     *
     * @param clientId the client's own id of the message
     * @param message as it was sent
     * @throws StoreAwayException if the turn can't be kept, neither in the database nor in the spool
     */
    public Sent send(Conversation conversation, String clientId, Message message) {
        Lock lock = lock(conversation.id());
        lock.lock();
        try {
            if (!conversation.isKept()) {
                return sendUnkept(conversation, clientId, message);
            }
            if (reach.isAway() || spool.holds(conversation.id())) {
                return sendAside(conversation, clientId, message, Optional.empty());
            }
            return sendToStore(conversation, clientId, message);
        } finally {
            lock.unlock();
        }
    }

    private Sent sendUnkept(Conversation conversation, String clientId, Message message) {
        Optional<Talk> talk = unkept.get(conversation.id());
        if (talk.isEmpty()) {
            return new Sent.Gone();
        }
        String fingerprint = conversation.fingerprint(message);
        Optional<KnownTurn> before = talk.get().find(clientId);
        if (before.isPresent()) {
            return before.get().again(fingerprint);
        }
        Draft draft = answer(talk.get().turns(), clientId, fingerprint, message, conversation.audience());
        KnownTurn turn = draft.known(talk.get().head().nextSeq());
        unkept.add(conversation.id(), turn);
        tell(conversation.id(), turn.turn());
        return new Sent.Taken(turn.turn());
    }

    private Sent sendToStore(Conversation conversation, String clientId, Message message) {
        UUID id = conversation.id();
        String fingerprint = conversation.fingerprint(message);
        Optional<Draft> draft = Optional.empty();
        try {
            for (int tried = 0; tried < TRIES; tried++) {
                Optional<Snapshot> found = reach.ask(() -> store.look(id, clientId, HISTORY));
                if (found.isEmpty()) {
                    recent.remove(id);
                    return new Sent.Gone();
                }
                Snapshot now = found.get();
                if (now.same().isPresent()) {
                    return now.same()
                            .get()
                            .turn()
                            .map(turn -> turn.again(fingerprint))
                            .orElseGet(Sent.Purged::new);
                }
                recent.put(id, now.head(), now.earlier());
                Draft answered = answer(now.earlier(), clientId, fingerprint, message, conversation.audience());
                draft = Optional.of(answered);
                if (isAppended(id, now.head().nextSeq(), answered)) {
                    KnownTurn turn = answered.known(now.head().nextSeq());
                    recent.add(id, turn);
                    tell(id, turn.turn());
                    return new Sent.Taken(turn.turn());
                }
            }
            LOG.warn("The place of a turn was taken {} times by others; it goes by the spool", TRIES);
        } catch (StoreAwayException e) {
            LOG.debug("A turn goes by the spool");
        }
        return sendAside(conversation, clientId, message, draft);
    }

    private boolean isAppended(UUID id, long seq, Draft draft) {
        try {
            return reach.ask(() -> store.append(id, seq, draft));
        } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
            // Another node was faster, with another message or with this very one.
            return false;
        }
    }

    /** @param answered what was to be stored when the database went away: perhaps it was, and the spool must hold the same */
    private Sent sendAside(Conversation conversation, String clientId, Message message, Optional<Draft> answered) {
        UUID id = conversation.id();
        String fingerprint = conversation.fingerprint(message);
        Talk talk = recent.get(id).orElseGet(() -> {
            recent.put(id, conversation.head(), List.of());
            return recent.get(id).orElseThrow();
        });
        Optional<KnownTurn> before = talk.find(clientId);
        if (before.isPresent()) {
            return before.get().again(fingerprint);
        }
        Draft draft =
                answered.orElseGet(() -> answer(talk.turns(), clientId, fingerprint, message, conversation.audience()));
        KnownTurn turn = draft.known(talk.head().nextSeq());
        spool.append(new Said(id, turn.turn().seq(), draft));
        recent.add(id, turn);
        tell(id, turn.turn());
        return new Sent.Taken(turn.turn());
    }

    private Draft answer(
            List<KnownTurn> earlier, String clientId, String fingerprint, Message message, Audience audience) {
        List<Exchange> exchanges = earlier.stream()
                .flatMap(known -> known.turn().exchange().stream())
                .toList();
        Engine engine = engines.get();
        long start = System.nanoTime();
        Answered answered = engine.answer(exchanges, message, audience);
        long micros = (System.nanoTime() - start) / 1_000;
        meters.timer("faq.reply", "outcome", answered.reply().outcome().name().toLowerCase(Locale.ROOT))
                .record(micros, TimeUnit.MICROSECONDS);
        return switch (message) {
            case Message.Text(String raw) -> {
                String text = masker.mask(raw);
                yield new Draft(
                        Optional.of(clientId),
                        Optional.of(fingerprint),
                        Optional.of(text),
                        Optional.empty(),
                        answered.reply(),
                        Optional.of(ExplanationMask.mask(answered.explanation(), raw, text)),
                        engine.version(),
                        micros);
            }
            case Message.Choice(String raw) -> {
                String choice = masker.mask(raw);
                yield new Draft(
                        Optional.of(clientId),
                        Optional.of(fingerprint),
                        Optional.of(label(earlier, raw).orElse(choice)),
                        Optional.of(choice),
                        answered.reply(),
                        Optional.of(answered.explanation()),
                        engine.version(),
                        micros);
            }
        };
    }

    private static Optional<String> label(List<KnownTurn> earlier, String choice) {
        return earlier.reversed().stream()
                .flatMap(known -> known.turn().reply().suggestions().stream())
                .filter(suggestion -> choice.equals(suggestion.choice()))
                .map(Reply.Suggestion::label)
                .findFirst();
    }

    private void tell(UUID id, Turn turn) {
        events.publishEvent(new TurnAdded(id, turn.seq()));
    }

    /**
     * Answers a question outside of any conversation, and keeps nothing.
     *
     * @param context what was said before it, oldest first
     * @return the reply, with its explanation masked
     */
    public Answered ask(List<Message> context, Message question, Audience audience) {
        Engine engine = engines.get();
        List<Exchange> exchanges = new ArrayList<>();
        for (Message message : context) {
            Reply reply = engine.answer(exchanges, message, audience).reply();
            exchanges.add(new Exchange(masked(message), reply));
        }
        Answered answered = engine.answer(exchanges, question, audience);
        return question instanceof Message.Text(String raw)
                ? new Answered(answered.reply(), ExplanationMask.mask(answered.explanation(), raw, masker.mask(raw)))
                : answered;
    }

    private Message masked(Message message) {
        return switch (message) {
            case Message.Text(String text) -> new Message.Text(masker.mask(text));
            case Message.Choice(String choice) -> new Message.Choice(masker.mask(choice));
        };
    }

    /**
     * The next turns after a place, in order, but those whose words have been purged.
     *
     * @param after the last place that the client has seen, or 0
     * @return {@value #MOST_AT_ONCE} at most; where there are so many, there may be more after the last
     * @throws StoreAwayException if the database is away and this node doesn't hold them all
     */
    public List<Turn> turnsAfter(Conversation conversation, long after) {
        UUID id = conversation.id();
        if (!conversation.isKept()) {
            return unkept.get(id).map(talk -> talk.after(after)).orElse(List.of());
        }
        if (!reach.isAway() && !spool.holds(id)) {
            try {
                return reach.ask(() -> store.turnsAfter(id, after, MOST_AT_ONCE));
            } catch (StoreAwayException e) {
                LOG.debug("Turns are looked for in memory");
            }
        }
        return recent.get(id)
                .filter(talk -> talk.covers(after))
                .map(talk -> talk.after(after))
                .orElseThrow(() -> new StoreAwayException(null));
    }

    /**
     * Keeps what a patient thinks of a reply, masked.
     *
     * @return false if the conversation has no such reply
     * @throws StoreAwayException if the database is away
     */
    public boolean rate(Conversation conversation, String replyId, Feedback feedback) {
        UUID id = conversation.id();
        if (!conversation.isKept()) {
            return unkept.get(id).filter(talk -> talk.hasReply(replyId)).isPresent();
        }
        Feedback masked = new Feedback(
                feedback.vote(),
                feedback.reason().map(masker::mask).map(Conversations::shortened),
                feedback.comment().map(masker::mask));
        requireStore(id);
        return reach.ask(() -> store.rate(id, replyId, masked, clock.instant()));
    }

    /** A mask may be longer than what it hides. */
    private static String shortened(String reason) {
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }

    /**
     * Erases a conversation and all that was said in it.
     *
     * @throws StoreAwayException if the database is away: nothing is erased yet, and that must be told
     */
    public void erase(Conversation conversation) {
        UUID id = conversation.id();
        if (!conversation.isKept()) {
            reach.ask(() -> {
                eraseBeside.accept(id);
                return true;
            });
            unkept.remove(id);
        } else {
            Lock lock = lock(id);
            lock.lock();
            try {
                // The file of the spool may still hold what has been brought in, until all of it has.
                if (spool.size() > 0) {
                    throw new StoreAwayException(null);
                }
                requireStore(id);
                reach.ask(() -> {
                    eraseBeside.accept(id);
                    return store.erase(id);
                });
                recent.remove(id);
            } finally {
                lock.unlock();
            }
        }
        events.publishEvent(new ConversationErased(id));
    }

    private void requireStore(UUID id) {
        if (reach.isAway() || spool.holds(id)) {
            throw new StoreAwayException(null);
        }
    }

    /**
     * Adds a reply that nobody's message asked for: a professional's answer. The same reply again adds nothing.
     *
     * @throws StoreAwayException if the database is away
     */
    public void add(UUID conversation, Reply reply) {
        Draft draft = unasked(reply);
        Lock lock = lock(conversation);
        lock.lock();
        try {
            requireStore(conversation);
            reach.ask(() -> store.replay(conversation, Head.FIRST_SEQ, draft))
                    .ifPresent(seq -> tell(conversation, draft.at(seq)));
        } finally {
            lock.unlock();
        }
    }

    /** The same for a conversation that isn't kept: it adds nothing where this node no longer holds it. */
    void addUnkept(UUID conversation, Reply reply) {
        Lock lock = lock(conversation);
        lock.lock();
        try {
            unkept.get(conversation).filter(talk -> !talk.hasReply(reply.id())).ifPresent(talk -> {
                KnownTurn turn = unasked(reply).known(talk.head().nextSeq());
                unkept.add(conversation, turn);
                tell(conversation, turn.turn());
            });
        } finally {
            lock.unlock();
        }
    }

    private Draft unasked(Reply reply) {
        return new Draft(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reply,
                Optional.empty(),
                engines.get().version(),
                0);
    }

    /** Counts a conversation that isn't kept as in use: its client's line is open. */
    public void touch(Conversation conversation) {
        if (!conversation.isKept()) {
            unkept.touch(conversation.id());
        }
    }

    /** Forgets the conversations that aren't kept and that nobody has used for so long. */
    void forgetIdle(Duration idle) {
        unkept.forgetIdle(idle);
    }

    /** Whether the database is away, or turns are still waiting for it. */
    boolean isBehind() {
        return reach.isAway() || spool.size() > 0;
    }

    /** Brings what was spooled into the database, if that is back. */
    void catchUp() {
        if (!isBehind() || !catchingUp.tryLock()) {
            return;
        }
        try {
            reach.ask(() -> {
                store.probe();
                return true;
            });
            int brought = 0;
            for (Optional<Spooled> next = spool.first(); next.isPresent(); next = spool.first()) {
                bringIn(next.get());
                brought++;
            }
            reach.back();
            if (brought > 0) {
                LOG.info("{} entries of the spool are in the database", brought);
            }
        } catch (StoreAwayException | ConcurrencyFailureException e) {
            LOG.debug("The database is still away");
        } finally {
            catchingUp.unlock();
        }
    }

    private void bringIn(Spooled entry) {
        Lock lock = lock(entry.conversation());
        lock.lock();
        try {
            switch (entry) {
                case Opening opening ->
                    reach.ask(() -> {
                        store.replay(opening.conversation(), opening.head(), opening.at());
                        return true;
                    });
                case Said said ->
                    reach.ask(() -> store.replay(said.conversation(), said.told(), said.draft()))
                            .ifPresent(seq ->
                                    tell(said.conversation(), said.draft().at(seq)));
            }
        } catch (DataIntegrityViolationException e) {
            LOG.error(
                    "The database refuses an entry of the spool, which is dropped: {}",
                    e.getClass().getName());
        } finally {
            lock.unlock();
        }
        spool.removeFirst();
    }

    /**
     * Works on the database while questions go on being answered, by the spool.
     *
     * @param work that may keep the database from everybody else
     */
    void whileAway(Runnable work) {
        catchingUp.lock();
        try {
            reach.leave();
            work.run();
        } finally {
            catchUp();
            catchingUp.unlock();
        }
    }

    private Lock lock(UUID id) {
        return locks.get(Math.floorMod(id.hashCode(), LOCKS));
    }
}

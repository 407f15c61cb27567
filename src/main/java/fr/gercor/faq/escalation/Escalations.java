package fr.gercor.faq.escalation;

import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.answer.Reply.Urgency;
import fr.gercor.faq.escalation.EscalatedQuestion.State;
import fr.gercor.faq.escalation.EscalationStore.Known;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Every question that was handed to professionals, from the moment it was until its reply has been told. Fails with Spring's
 * {@link DataAccessException} where the database does, and nothing has happened then.
 */
public final class Escalations {

    /** The longest answer and the longest note, in characters. */
    public static final int LONGEST_ANSWER = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);

    private static final int LONGEST_NOTE = 1_000;

    /** 44 bits and some hundred thousand questions: one collision is rare, three in a row are a broken key. */
    private static final int CODES_TRIED = 3;

    /** Whoever delivers a reply has so long before another tries; doubled with every try. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final int MOST_DOUBLINGS = 8;

    /** Who changes a question has it in hand for milliseconds: half a second outlasts them, and is no wait for a clinician. */
    private static final int MOST_TRIES = 20;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(25);

    private final EscalationStore store;
    private final MailStore mails;
    private final FollowUpCodes codes;
    private final Vault vault;
    private final PublicPassages passages;
    private final Closings closings;
    private final Wording wording;
    private final OfficeHours hours;
    private final EscalationSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Escalations(
            EscalationStore store,
            MailStore mails,
            Vault vault,
            PublicPassages passages,
            Closings closings,
            Wording wording,
            OfficeHours hours,
            EscalationSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.mails = mails;
        this.vault = vault;
        this.codes = new FollowUpCodes(vault);
        this.passages = passages;
        this.closings = closings;
        this.wording = wording;
        this.hours = hours;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a question. The same handover again adds nothing and gets the same code; an address that was left out may come then. */
    public Receipt handOver(HandedOver handed) {
        Optional<Receipt> before = again(handed);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = now();
        for (int attempt = 0; attempt < CODES_TRIED; attempt++) {
            String code = codes.draw(handed.conversation(), handed.replyId(), attempt);
            try {
                insert(handed, code, attempt, now);
                return new Receipt(code, wording.delay(now));
            } catch (DuplicateKeyException e) {
                Optional<Receipt> meanwhile = again(handed);
                if (meanwhile.isPresent()) {
                    return meanwhile.get();
                }
            }
        }
        throw new IllegalStateException("No follow-up code is free: the key of codes is broken");
    }

    private void insert(HandedOver handed, String code, int attempt, Instant now) {
        UUID id = UUID.randomUUID();
        store.inTransaction(() -> {
            store.insert(id, handed, codes.hash(code), attempt, now, hours.due(now, settings.delay()));
            handed.email().ifPresent(email -> mails.hold(id, vault.seal(email), now));
            return id;
        });
    }

    private Optional<Receipt> again(HandedOver handed) {
        Optional<Known> known = store.known(handed.conversation(), handed.replyId());
        known.ifPresent(each -> handed.email().ifPresent(email -> addAddress(each.id(), email)));
        return known.map(each -> new Receipt(
                codes.draw(handed.conversation(), handed.replyId(), each.attempt()), wording.delay(each.askedAt())));
    }

    private void addAddress(UUID id, String email) {
        store.inTransaction(() -> {
            store.lock(id)
                    .filter(question -> !question.state().isClosed())
                    .ifPresent(question -> mails.hold(id, vault.seal(email), now()));
            return id;
        });
    }

    /** What a code leads to, as somebody typed it; empty where it leads nowhere. */
    public Optional<FollowUp> follow(String typed) {
        return codes.read(typed)
                .flatMap(code -> store.byCode(codes.hash(code)))
                .map(question -> new FollowUp(
                        state(question), question.askedAt(), wording.delay(question.askedAt()), question.reply()));
    }

    private FollowUp.State state(EscalatedQuestion question) {
        return switch (question.state()) {
            case WAITING, PASSED -> FollowUp.State.WAITING;
            case TAKEN -> question.holdAt(now()).isPresent() ? FollowUp.State.TAKEN : FollowUp.State.WAITING;
            case ANSWERED -> FollowUp.State.ANSWERED;
            case DECLINED -> FollowUp.State.DECLINED;
            case REFERRED -> FollowUp.State.REFERRED;
        };
    }

    /** The usual delay, in words, as of now. */
    public String delay() {
        return wording.delay(now());
    }

    /** The questions still to be answered, the one due first before all others: so what is overdue stands on top. */
    public List<EscalatedQuestion> open() {
        return store.open();
    }

    /** The last that were answered, declined or referred. */
    public List<EscalatedQuestion> closed(int most) {
        return store.closed(most);
    }

    public Optional<EscalatedQuestion> find(UUID id) {
        return store.find(id);
    }

    /** Opens a question before a clinician's eyes, and tells that it did: {@link QuestionSeen}. */
    public Optional<EscalatedQuestion> openFor(Clinician clinician, UUID id) {
        Optional<EscalatedQuestion> found = store.find(id);
        found.ifPresent(
                question -> events.publishEvent(new QuestionSeen(question.id(), question.conversation(), clinician)));
        return found;
    }

    /** The clinicians who have ever come to the queue: to whom a question can be passed. */
    public List<Clinician> colleagues(Clinician but) {
        return store.clinicians().stream()
                .filter(each -> !each.id().equals(but.id()))
                .toList();
    }

    /** A clinician has come to the queue: from now on colleagues can pass them questions. */
    public void welcome(Clinician clinician) {
        store.note(clinician, now());
    }

    /** Takes a question for a clinician, or holds it for them a while longer. */
    public Taking take(UUID id, Clinician clinician) {
        store.note(clinician, now());
        return store.inTransaction(() -> {
            store.lockClinician(clinician.id());
            Optional<EscalatedQuestion> other = store.heldBy(clinician.id(), id, now());
            return other.<Taking>map(Taking.Busy::new).orElseGet(() -> store.lock(id)
                    .map(question -> take(question, clinician))
                    .orElseGet(Taking.Gone::new));
        });
    }

    private Taking take(EscalatedQuestion question, Clinician clinician) {
        if (question.state().isClosed()) {
            return new Taking.Closed();
        }
        Optional<Hold> hold = question.holdAt(now());
        if (hold.isPresent() && !question.isHeldBy(clinician)) {
            return new Taking.HeldByAnother(hold.get());
        }
        store.take(question.id(), clinician.id(), now().plus(settings.hold()));
        return new Taking.Taken(store.find(question.id()).orElseThrow());
    }

    /** Takes the question that has waited longest and that nobody else is taking. */
    public Taking takeNext(Clinician clinician) {
        store.note(clinician, now());
        Optional<Taking> taking = tryNext(clinician);
        for (int again = 0; taking.isEmpty() && again < MOST_TRIES; again++) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            taking = tryNext(clinician);
        }
        return taking.orElseGet(Taking.Gone::new);
    }

    /** Empty where questions wait and others have each of them in hand at this moment: some will be put back. */
    private Optional<Taking> tryNext(Clinician clinician) {
        return store.inTransaction(() -> {
            store.lockClinician(clinician.id());
            Optional<EscalatedQuestion> held = store.heldBy(clinician.id(), null, now());
            if (held.isPresent()) {
                return Optional.of(new Taking.Busy(held.get()));
            }
            List<UUID> free = store.free(now());
            return free.isEmpty()
                    ? Optional.of(new Taking.Gone())
                    : free.stream()
                            .filter(id -> store.lockFree(id, now()))
                            .findFirst()
                            .flatMap(store::find)
                            .map(question -> take(question, clinician));
        });
    }

    /** Gives a question back to the queue. */
    public Settling release(UUID id, int version, Clinician clinician) {
        return held(id, version, clinician, question -> {
            store.giveBack(
                    id,
                    question.meantFor().isPresent() ? State.PASSED : State.WAITING,
                    question.meantFor().map(Clinician::id).orElse(null),
                    question.note().orElse(null));
        });
    }

    /**
     * Passes a question on.
     *
     * @param colleague the account of one; empty for the queue. Should the colleague not come, others may take it
     * @param note for whoever takes it next; may be empty
     */
    public Settling pass(UUID id, int version, Clinician clinician, Optional<String> colleague, String note) {
        String words = note.strip();
        if (words.length() > LONGEST_NOTE) {
            return new Settling.BadText(LONGEST_NOTE);
        }
        if (colleague.isPresent()
                && colleagues(clinician).stream().noneMatch(each -> each.id().equals(colleague.get()))) {
            return new Settling.NoSuchColleague();
        }
        return held(
                id,
                version,
                clinician,
                question -> store.giveBack(
                        id,
                        colleague.isPresent() ? State.PASSED : State.WAITING,
                        colleague.orElse(null),
                        words.isEmpty() ? null : words));
    }

    /**
     * Answers a question.
     *
     * @param text the clinician's own words, 1 to {@value #LONGEST_ANSWER} characters
     * @param attachments passages of pages that a patient may read
     */
    public Settling answer(UUID id, int version, Clinician clinician, String text, List<Attachment> attachments) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_ANSWER) {
            return new Settling.BadText(LONGEST_ANSWER);
        }
        Optional<Settling.BadPassage> fault = passages.fault(attachments);
        if (fault.isPresent()) {
            return fault.get();
        }
        return close(
                id,
                version,
                clinician,
                State.ANSWERED,
                at -> closings.answer(id, words, passages.quote(attachments), clinician, at));
    }

    /** Says that a question is not for us. */
    public Settling decline(UUID id, int version, Clinician clinician) {
        return close(id, version, clinician, State.DECLINED, at -> closings.declined(id, clinician, at));
    }

    /** Sends the writer of a question to those who help at once. */
    public Settling refer(UUID id, int version, Clinician clinician, Urgency urgency) {
        return close(id, version, clinician, State.REFERRED, at -> closings.referred(id, urgency, at));
    }

    private Settling close(UUID id, int version, Clinician clinician, State state, Function<Instant, Reply> reply) {
        Settling settled = held(id, version, clinician, question -> {
            Instant at = now();
            store.close(id, state, reply.apply(at), at);
            mails.release(id, at);
        });
        if (settled instanceof Settling.Done) {
            events.publishEvent(new AnswerReady(id));
        }
        return settled;
    }

    /** Changes a question that a clinician holds, as they saw it. A hold that has run out still counts while nobody else has it. */
    private Settling held(UUID id, int version, Clinician clinician, Consumer<EscalatedQuestion> change) {
        return store.inTransaction(() -> {
            Optional<EscalatedQuestion> found = store.lock(id);
            if (found.isEmpty()) {
                return new Settling.Gone();
            }
            EscalatedQuestion question = found.get();
            if (!question.isHeldBy(clinician)) {
                return new Settling.NotHeld(question.holdAt(now()).map(Hold::by));
            }
            if (question.version() != version) {
                return new Settling.Changed(question);
            }
            change.accept(question);
            return store.find(id).<Settling>map(Settling.Done::new).orElseGet(Settling.Gone::new);
        });
    }

    /**
     * Proposes an answer as content; once, however often it is asked for.
     *
     * @return false if the question has no answer, or is no more
     */
    public boolean propose(UUID id, Clinician clinician) {
        return store.inTransaction(() -> {
            Optional<EscalatedQuestion> answered =
                    store.lock(id).filter(question -> question.state() == State.ANSWERED);
            answered.filter(question -> !question.proposed())
                    .flatMap(EscalatedQuestion::reply)
                    .ifPresent(reply ->
                            store.propose(UUID.randomUUID(), answered.orElseThrow(), reply, clinician.title(), now()));
            return answered.isPresent();
        });
    }

    /** What was proposed as content, the latest first. */
    public List<Proposal> proposals() {
        return store.proposals();
    }

    /**
     * Delivers the replies that have not been yet, each at least once: what delivers must know a reply it has had. One that can't
     * be delivered now is tried again later, and holds up no other.
     *
     * @param deliver puts a question's reply into its conversation
     */
    public void deliver(Consumer<EscalatedQuestion> deliver) {
        for (Optional<EscalatedQuestion> next = claim(); next.isPresent(); next = claim()) {
            UUID id = next.get().id();
            try {
                deliver.accept(next.get());
                store.delivered(id, now());
            } catch (RuntimeException e) {
                LOG.warn(
                        "A reply could not be delivered, and will be tried again: {}",
                        e.getClass().getName());
            }
        }
    }

    private Optional<EscalatedQuestion> claim() {
        return store.inTransaction(() -> {
            Optional<UUID> id = store.lockUndelivered(now());
            id.ifPresent(each -> store.tryAgainAt(
                    each, now().plus(LEASE.multipliedBy(1L << Math.min(store.tries(each), MOST_DOUBLINGS)))));
            return id.flatMap(store::find);
        });
    }

    /** Reminds professionals of the questions left waiting past their delay, of each once. */
    void remind() {
        if (settings.reminded().isEmpty()) {
            return;
        }
        store.inTransaction(() -> {
            int late = store.markReminded(now());
            if (late > 0) {
                settings.reminded().forEach(address -> mails.remind(vault.seal(address), late, now()));
            }
            return late;
        });
    }

    /** Erases all that was handed over from a conversation, its mail and its address too. */
    public void erase(UUID conversation) {
        store.erase(conversation);
    }

    /**
     * Deletes what is older than the rule.
     *
     * @return how many questions
     */
    public int purge(Instant before) {
        mails.purge(before);
        return store.purge(before);
    }

    /** Databases keep microseconds: what is compared to them must not be finer. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package fr.gercor.faq.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Conversations in memory: the last turns of each. Bounded in conversations and turns; the longest untouched goes first. */
final class Talks {

    private final int mostTalks;
    private final int mostTurns;
    private final int turnsEach;
    private final Clock clock;
    private final LinkedHashMap<UUID, Talk> talks = new LinkedHashMap<>(16, 0.75f, true);
    private int turns;

    /**
     * @param mostTalks conversations held
     * @param mostTurns turns held, of all conversations
     * @param turnsEach the last turns of a conversation that are held
     */
    Talks(int mostTalks, int mostTurns, int turnsEach, Clock clock) {
        this.mostTalks = mostTalks;
        this.mostTurns = mostTurns;
        this.turnsEach = turnsEach;
        this.clock = clock;
    }

    /**
     * A conversation as it is held.
     *
     * @param head of it
     * @param turns its last ones, in order
     * @param touched when it was last in use
     */
    record Talk(Head head, List<KnownTurn> turns, Instant touched) {

        Talk {
            turns = List.copyOf(turns);
        }

        /** Whether all turns after a place are held. */
        boolean covers(long after) {
            long first =
                    turns.isEmpty() ? head.nextSeq() : turns.getFirst().turn().seq();
            return after >= first - 1;
        }

        List<Turn> after(long seq) {
            return turns.stream()
                    .map(KnownTurn::turn)
                    .filter(turn -> turn.seq() > seq)
                    .toList();
        }

        Optional<KnownTurn> find(String clientId) {
            return turns.stream().filter(turn -> turn.answers(clientId)).findFirst();
        }

        boolean hasReply(String replyId) {
            return turns.stream().anyMatch(known -> known.turn().reply().id().equals(replyId));
        }
    }

    synchronized Optional<Talk> get(UUID id) {
        return Optional.ofNullable(talks.get(id));
    }

    /** Holds a conversation as it is now, instead of what was held of it. */
    synchronized void put(UUID id, Head head, List<KnownTurn> last) {
        List<KnownTurn> held = last.subList(Math.max(0, last.size() - turnsEach), last.size());
        Talk before = talks.put(id, new Talk(head, held, clock.instant()));
        turns += held.size() - (before == null ? 0 : before.turns().size());
        while (talks.size() > mostTalks || turns > mostTurns) {
            remove(talks.firstEntry().getKey());
        }
    }

    /** Adds a turn at the place after the last, and forgets the oldest where too many are held. */
    synchronized void add(UUID id, KnownTurn turn) {
        Talk talk = talks.get(id);
        if (talk != null) {
            List<KnownTurn> all = new ArrayList<>(talk.turns());
            all.add(turn);
            put(id, talk.head().at(turn.turn().seq() + 1), all);
        }
    }

    /** Counts a conversation as in use, though nothing was said. */
    synchronized void touch(UUID id) {
        talks.computeIfPresent(id, (each, talk) -> new Talk(talk.head(), talk.turns(), clock.instant()));
    }

    synchronized boolean remove(UUID id) {
        Talk talk = talks.remove(id);
        turns -= talk == null ? 0 : talk.turns().size();
        return talk != null;
    }

    /** Forgets the conversations that nobody has touched for so long. */
    synchronized void forgetIdle(Duration idle) {
        Instant before = clock.instant().minus(idle);
        talks.entrySet().stream()
                .filter(talk -> talk.getValue().touched().isBefore(before))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::remove);
    }

    synchronized int size() {
        return talks.size();
    }
}

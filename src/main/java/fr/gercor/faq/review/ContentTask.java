package fr.gercor.faq.review;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is asked and that somebody has to write.
 *
 * @param id grows
 * @param question what is to be answered; empty once these words are as old as patients' texts get
 * @param page where it belongs; empty while that is open
 * @param owner who writes it
 * @param state how far it has come
 * @param author who saw the need
 * @param createdAt when
 */
public record ContentTask(
        long id,
        String question,
        Optional<String> page,
        String owner,
        State state,
        Colleague author,
        Instant createdAt) {

    /** How far it has come. */
    public enum State {
        OPEN,
        DOING,
        DONE,
        DROPPED
    }

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return state == State.OPEN || state == State.DOING;
    }
}

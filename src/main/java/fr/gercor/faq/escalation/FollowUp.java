package fr.gercor.faq.escalation;

import fr.gercor.faq.answer.Reply;
import java.time.Instant;
import java.util.Optional;

/**
 * What a follow-up code shows.
 *
 * @param state of the question
 * @param askedAt when it was handed over
 * @param delay the usual delay, in words
 * @param reply once there is one
 */
public record FollowUp(State state, Instant askedAt, String delay, Optional<Reply> reply) {

    /** How far it is. */
    public enum State {
        WAITING,
        TAKEN,
        ANSWERED,
        DECLINED,
        REFERRED
    }
}

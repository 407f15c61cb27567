package fr.gercor.faq.conversation;

import java.util.Optional;

/**
 * What a patient thinks of a reply.
 *
 * @param vote whether it helped
 * @param reason a key such as {@code off_topic}
 * @param comment in their words
 */
public record Feedback(Vote vote, Optional<String> reason, Optional<String> comment) {

    /** Whether a reply helped. */
    public enum Vote {
        UP,
        DOWN
    }
}

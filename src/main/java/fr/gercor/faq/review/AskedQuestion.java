package fr.gercor.faq.review;

import fr.gercor.faq.content.Audience;
import java.time.Instant;
import java.util.UUID;

/**
 * A question as it stands in the log.
 *
 * @param conversation where it was asked
 * @param seq its place there
 * @param text masked
 * @param audience of the conversation
 * @param outcome of its reply, as it is stored
 * @param page that was quoted; empty where none was
 * @param confidence of the reply
 * @param vote on the reply, {@code up} or {@code down}; empty where nobody voted
 * @param at when
 */
public record AskedQuestion(
        UUID conversation,
        long seq,
        String text,
        Audience audience,
        String outcome,
        String page,
        double confidence,
        String vote,
        Instant at) {

    /** Whether it was refused, rather than answered without being sure. */
    public boolean isRefused() {
        return outcome.equals(QuestionLog.REFUSED);
    }
}

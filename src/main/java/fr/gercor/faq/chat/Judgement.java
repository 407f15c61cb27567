package fr.gercor.faq.chat;

import fr.gercor.faq.conversation.Feedback;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of a reply, as a client sends it.
 *
 * @param value {@code up} or {@code down}
 * @param reason in a word or two, such as {@code unclear}
 * @param comment in their own words
 */
record Judgement(
        @Nullable String value,
        @Nullable String reason,
        @Nullable String comment) {

    /** Short, so that reasons can be counted. */
    private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,64}");

    /** @throws ProblemException that names the field at fault */
    Feedback feedback() {
        Feedback.Vote vote =
                switch (value) {
                    case "up" -> Feedback.Vote.UP;
                    case "down" -> Feedback.Vote.DOWN;
                    case null -> throw new ProblemException(Problem.MISSING, "value");
                    default -> throw new ProblemException(Problem.INVALID, "value");
                };
        Optional<String> why = said(reason);
        if (why.filter(REASON.asMatchPredicate().negate()).isPresent()) {
            throw new ProblemException(Problem.INVALID, "reason");
        }
        return new Feedback(vote, why, said(comment).map(words -> Incoming.words(words, "comment")));
    }

    private static Optional<String> said(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}

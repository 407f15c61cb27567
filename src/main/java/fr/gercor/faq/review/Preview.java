package fr.gercor.faq.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a mend would change. It holds no word of a patient: the questions asked are found by their turns, and are gone when those are.
 *
 * @param version of the engine it was compared to
 * @param compared how many questions were asked of both
 * @param changes those whose answer differs, the worse ones first
 */
public record Preview(String version, int compared, List<Change> changes) {

    /**
     * A question whose answer differs.
     *
     * @param row the id of a row of the question file; empty for a question that was asked
     * @param question of the row; empty for a question that was asked
     * @param turn where it was asked; empty for a row
     * @param before {@code page#anchor}, or the outcome where nothing is quoted
     * @param after the same, with the mend
     * @param verdict by the judgements known
     */
    public record Change(
            String row, String question, Optional<TurnPlace> turn, String before, String after, Judged verdict) {}

    /** Where a question was asked. */
    public record TurnPlace(UUID conversation, long seq) {}

    /** What is known of a changed answer. */
    public enum Judged {
        /** It was right and is not any more. */
        WORSE,
        /** It was not right and is now. */
        BETTER,
        /** Nobody has said which is right, or neither is. */
        OTHER
    }

    public Preview {
        changes = List.copyOf(changes);
    }

    /** How many changes are of a kind. */
    public long count(Judged verdict) {
        return changes.stream().filter(change -> change.verdict() == verdict).count();
    }
}

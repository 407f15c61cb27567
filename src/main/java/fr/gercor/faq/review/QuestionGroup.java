package fr.gercor.faq.review;

import java.util.List;
import java.util.Optional;

/**
 * Questions of one meaning that were refused, or answered without being sure.
 *
 * @param name its most central question
 * @param questions the most central first
 * @param thisWeek how many were asked in the last seven days
 * @param lastWeek how many in the seven days before
 * @param answeredNow {@code page#anchor} if its name would be answered for sure today; empty otherwise
 * @param task what is being written for it
 */
public record QuestionGroup(
        String name,
        List<AskedQuestion> questions,
        int thisWeek,
        int lastWeek,
        Optional<String> answeredNow,
        Optional<ContentTask> task) {

    public QuestionGroup {
        questions = List.copyOf(questions);
    }

    public int count() {
        return questions.size();
    }

    /** How many were refused; the others were answered without being sure. */
    public long refused() {
        return questions.stream().filter(AskedQuestion::isRefused).count();
    }
}

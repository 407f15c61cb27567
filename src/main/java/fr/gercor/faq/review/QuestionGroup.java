package fr.gercor.faq.review;

import fr.gercor.faq.question.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Its different wordings, the most central first, each by the last time it was asked. */
    public List<AskedQuestion> examples(int most) {
        Set<String> seen = new HashSet<>();
        return questions.stream()
                .filter(asked -> seen.add(Folding.fold(asked.text()).strip()))
                .limit(most)
                .toList();
    }

    /** How many were refused; the others were answered without being sure. */
    public long refused() {
        return questions.stream().filter(AskedQuestion::isRefused).count();
    }
}

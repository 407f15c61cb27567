package fr.gercor.faq.answer;

import fr.gercor.faq.question.Question;
import fr.gercor.faq.retrieval.PassageHit;
import java.util.List;
import java.util.Map;

/**
 * What a question may be about, most probable first.
 *
 * @param question as analysed, with what the context added
 * @param labels the candidates: ids of pages, or of topics that no page answers
 * @param evidence that the candidates were weighed by
 * @param confidence the calibrated probability that the first page is the right one
 * @param scope the probability that the question is about anything that is answered, whichever label is right
 * @param continues whether the question goes on about the page that was quoted last, which is the first label
 */
record Ranking(
        Question question,
        List<Candidate> labels,
        Understanding.Evidence evidence,
        double confidence,
        double scope,
        boolean continues) {

    /** The page that comes first. */
    String page() {
        return labels.getFirst().label();
    }

    /** Whether a label comes first. */
    boolean isFirst(String label) {
        return !labels.isEmpty() && page().equals(label);
    }

    /** The same with another candidate first. */
    Ranking startingWith(Candidate first) {
        List<Candidate> others =
                labels.stream().filter(each -> !each.equals(first)).toList();
        return new Ranking(
                question,
                java.util.stream.Stream.concat(java.util.stream.Stream.of(first), others.stream())
                        .toList(),
                evidence,
                confidence,
                scope,
                continues);
    }

    /** Whether both lead to the same page. */
    boolean answersLike(Ranking other) {
        return page().equals(other.page());
    }

    List<PassageHit> passages() {
        return evidence.passages();
    }

    Map<String, Double> cosines() {
        return evidence.signals().bySublabel();
    }

    /**
     * A candidate.
     *
     * @param label the id of a page, or of a topic, which begins with {@value Understanding#TOPIC}
     * @param probability among the candidates
     */
    record Candidate(String label, double probability) {

        boolean isTopic() {
            return label.startsWith(Understanding.TOPIC);
        }
    }
}

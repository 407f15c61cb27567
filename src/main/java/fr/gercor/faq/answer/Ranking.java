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
 * @param sections the probability of each section of the first page among the candidates, by anchor, highest first
 * @param passages the closest of all pages
 * @param cosines the likeness of the nearest utterance of each intent
 * @param confidence the calibrated probability that the first label is right
 */
record Ranking(
        Question question,
        List<Candidate> labels,
        Map<String, Double> sections,
        List<PassageHit> passages,
        Map<String, Double> cosines,
        double confidence) {

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

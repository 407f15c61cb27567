package fr.gercor.faq.intent;

import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of each label's utterances taken together: finds the label of a question that puts known words together in a new way.
 * Words count by how few labels use them, and less with every further use in one label (BM25's saturation).
 */
final class LabelWords {

    private static final double K1 = 1.2;

    private final int labels;
    private final Map<String, Map<String, Integer>> labelsOfStem;

    private LabelWords(int labels, Map<String, Map<String, Integer>> labelsOfStem) {
        this.labels = labels;
        this.labelsOfStem = labelsOfStem;
    }

    static LabelWords of(List<Example> examples) {
        Map<String, Map<String, Integer>> labelsOfStem = new HashMap<>();
        for (Example example : examples) {
            for (Token token : words(example.question())) {
                labelsOfStem
                        .computeIfAbsent(token.stem(), ignored -> new HashMap<>())
                        .merge(example.label(), 1, Integer::sum);
            }
        }
        return new LabelWords(
                Math.max(1, (int)
                        examples.stream().map(Example::label).distinct().count()),
                labelsOfStem);
    }

    private static List<Token> words(Question question) {
        List<Token> tokens = new ArrayList<>(question.contentTokens());
        tokens.addAll(question.expansions());
        return tokens;
    }

    /** How much of the question's weight each label holds, from 0 to 1; labels that hold none are left out. */
    Map<String, Double> coverages(Question question) {
        Map<String, Double> held = new HashMap<>();
        double all = 0;
        for (Token token : words(question)) {
            Map<String, Integer> uses = labelsOfStem.getOrDefault(token.stem(), Map.of());
            double idf = token.weight() * Math.log(1 + (labels - uses.size() + 0.5) / (uses.size() + 0.5));
            all += idf;
            uses.forEach((label, count) -> held.merge(label, idf * count / (count + K1), Double::sum));
        }
        double whole = Math.max(all, 1e-9);
        held.replaceAll((label, weight) -> weight / whole);
        return held;
    }
}

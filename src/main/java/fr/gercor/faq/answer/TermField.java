package fr.gercor.faq.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One field of a few dozen texts, small enough to be read whole for each query (BM25). */
final class TermField {

    private static final double K1 = 1.2;

    private final double lengthMatters;
    private final List<Map<String, Integer>> counts = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, Integer> frequencies = new HashMap<>();
    private final double meanLength;

    /**
     * @param texts as their terms
     * @param lengthMatters BM25's b, from 0 (long texts count as short ones) to 1
     */
    TermField(List<List<String>> texts, double lengthMatters) {
        this.lengthMatters = lengthMatters;
        for (List<String> text : texts) {
            Map<String, Integer> counted = new HashMap<>();
            text.forEach(term -> counted.merge(term, 1, Integer::sum));
            counted.keySet().forEach(term -> frequencies.merge(term, 1, Integer::sum));
            counts.add(counted);
            lengths.add(text.size());
        }
        meanLength = Math.max(
                1, lengths.stream().mapToInt(Integer::intValue).average().orElse(1));
    }

    /** How much a term tells, from near 0 (in every text) to the logarithm of twice the texts (in none). */
    double idf(String term) {
        int frequency = frequencies.getOrDefault(term, 0);
        return Math.log(1 + (counts.size() - frequency + 0.5) / (frequency + 0.5));
    }

    /** {@link #idf} from 0 to 1. */
    double rarity(String term) {
        return idf(term) / Math.log(2.0 * counts.size() + 2);
    }

    /** What each text holds of a query's weight: 0 for nothing, about 1 for all of it. */
    double[] scores(Collection<String> query, ToDoubleFunction<String> weight) {
        double[] scores = new double[counts.size()];
        double all = 0;
        for (String term : new HashSet<>(query)) {
            double own = weight.applyAsDouble(term);
            all += own;
            for (int i = 0; i < scores.length; i++) {
                int count = counts.get(i).getOrDefault(term, 0);
                if (count > 0) {
                    double relative = 1 - lengthMatters + lengthMatters * lengths.get(i) / meanLength;
                    scores[i] += own * count * (K1 + 1) / (count + K1 * relative);
                }
            }
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= Math.max(all, 1e-9);
        }
        return scores;
    }
}

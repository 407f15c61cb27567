package fr.gercor.faq.intent;

import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The features of questions and their weights: words, stems and pairs of stems in one block, character 3- to 5-grams within words
 * in another; log tf × idf, each block scaled to length 1, then the whole (the recipe that did best in the trials).
 */
final class FeatureSpace {

    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;

    /** Stands for features never seen: they count in the length of a vector, and match nothing. */
    private static final int UNSEEN = -1;

    private static final String PAIR = "p:";

    private final Map<String, Integer> ids;
    private final float[] idf;
    private final float unseenIdf;

    private FeatureSpace(Map<String, Integer> ids, float[] idf, float unseenIdf) {
        this.ids = ids;
        this.idf = idf;
        this.unseenIdf = unseenIdf;
    }

    /** The features of {@code questions}. */
    static FeatureSpace of(Collection<Question> questions) {
        Map<String, Integer> frequencies = new HashMap<>();
        for (Question question : questions) {
            HashSet<String> seen = new HashSet<>();
            seen.addAll(words(question).keySet());
            seen.addAll(grams(question).keySet());
            seen.forEach(feature -> frequencies.merge(feature, 1, Integer::sum));
        }
        Map<String, Integer> ids = HashMap.newHashMap(frequencies.size());
        float[] idf = new float[frequencies.size()];
        new TreeMap<>(frequencies).forEach((feature, frequency) -> {
            idf[ids.size()] = (float) Math.log(1.0 + (double) questions.size() / frequency);
            ids.put(feature, ids.size());
        });
        return new FeatureSpace(ids, idf, (float) Math.log(1.0 + questions.size()));
    }

    int size() {
        return idf.length;
    }

    /** Words and stems, without their pairs. */
    SparseVector singleWordVector(Question question) {
        Map<String, Float> counts = words(question);
        counts.keySet().removeIf(feature -> feature.startsWith(PAIR));
        return merged(List.of(scaled(counts)), true);
    }

    /** Both blocks. */
    SparseVector vector(Question question) {
        return merged(List.of(scaled(words(question)), scaled(grams(question))), false);
    }

    private static Map<String, Float> words(Question question) {
        Map<String, Float> counts = new HashMap<>();
        String before = "^";
        int sentence = 0;
        for (Token token : question.tokens()) {
            if (token.sentence() != sentence) {
                counts.merge(PAIR + before + "_$", 1f, Float::sum);
                before = "^";
                sentence = token.sentence();
            }
            counts.merge("w:" + token.form(), (float) token.weight(), Float::sum);
            counts.merge("s:" + token.stem(), (float) token.weight(), Float::sum);
            counts.merge(PAIR + before + "_" + token.stem(), 1f, Float::sum);
            before = token.stem();
        }
        counts.merge(PAIR + before + "_$", 1f, Float::sum);
        for (Token token : question.expansions()) {
            counts.merge("s:" + token.stem(), (float) token.weight(), Float::sum);
        }
        return counts;
    }

    private static Map<String, Float> grams(Question question) {
        Map<String, Float> counts = new HashMap<>();
        for (Token token : question.tokens()) {
            String marked = "<" + token.form() + ">";
            for (int length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
                for (int i = 0; i + length <= marked.length(); i++) {
                    counts.merge("g:" + marked.substring(i, i + length), (float) token.weight(), Float::sum);
                }
            }
        }
        return counts;
    }

    private record Feature(int id, float value) {}

    private List<Feature> scaled(Map<String, Float> counts) {
        List<Feature> features = new ArrayList<>(counts.size());
        double squares = 0;
        for (Map.Entry<String, Float> count : counts.entrySet()) {
            int id = ids.getOrDefault(count.getKey(), UNSEEN);
            float value = (float) Math.log1p(count.getValue()) * (id == UNSEEN ? unseenIdf : idf[id]);
            squares += value * value;
            if (id != UNSEEN) {
                features.add(new Feature(id, value));
            }
        }
        float length = (float) Math.sqrt(squares);
        return features.stream()
                .map(feature -> new Feature(feature.id, feature.value / Math.max(length, 1e-6f)))
                .toList();
    }

    private static SparseVector merged(List<List<Feature>> blocks, boolean single) {
        Feature[] features = blocks.stream().flatMap(List::stream).toArray(Feature[]::new);
        Arrays.sort(features, (a, b) -> Integer.compare(a.id, b.id));
        float scale = single ? 1 : (float) (1 / Math.sqrt(blocks.size()));
        int[] ids = new int[features.length];
        float[] values = new float[features.length];
        for (int i = 0; i < features.length; i++) {
            ids[i] = features[i].id;
            values[i] = features[i].value * scale;
        }
        return new SparseVector(ids, values);
    }
}

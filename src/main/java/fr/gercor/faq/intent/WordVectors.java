package fr.gercor.faq.intent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * What groups of texts teach of words at large: how much each word tells in a question, and which words stand for one another. A
 * group's texts say one thing in different words, as an intent's utterances do.
 *
 * <p>Words that stand in the same groups get near vectors (latent semantic analysis); then the directions in which texts of one
 * group differ (« mon mari », « bonjour docteur ») are shortened (within-class covariance normalisation, Hatch et al. 2006).
 */
public final class WordVectors {

    /** Of samples of our own catalogue, 100 dimensions found half a point less at first place, and 300 no more. */
    private static final int DIMENSIONS = 200;

    /** Stems of fewer groups than this have nothing to be near to. */
    private static final int FEWEST_GROUPS = 2;

    private final int dimensions;
    private final int texts;
    private final Map<String, Integer> frequencies;
    private final Map<String, double[]> vectors;

    private WordVectors(int dimensions, int texts, Map<String, Integer> frequencies, Map<String, double[]> vectors) {
        this.dimensions = dimensions;
        this.texts = texts;
        this.frequencies = frequencies;
        this.vectors = vectors;
    }

    /** Knows no word: all tell the same, and none is near another. */
    public static WordVectors none() {
        return new WordVectors(0, 0, Map.of(), Map.of());
    }

    /**
     * Learns from groups.
     *
     * @param groups of texts, each text as the stems of its words
     */
    public static WordVectors learn(List<List<List<String>>> groups) {
        Map<String, Integer> frequencies = new HashMap<>();
        int texts = 0;
        for (List<List<String>> group : groups) {
            texts += group.size();
            group.forEach(text -> new HashSet<>(text).forEach(stem -> frequencies.merge(stem, 1, Integer::sum)));
        }
        Map<String, double[]> vectors = latent(groups);
        int dimensions =
                vectors.values().stream().findAny().map(each -> each.length).orElse(0);
        WordVectors plain = new WordVectors(dimensions, texts, frequencies, vectors);
        return dimensions == 0 ? plain : plain.without(plain.spreadWithin(groups));
    }

    private static Map<String, double[]> latent(List<List<List<String>>> groups) {
        Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (List<String> text : groups.get(group)) {
                for (String stem : text) {
                    counts.computeIfAbsent(stem, ignored -> new TreeMap<>()).merge(group, 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(byGroup -> byGroup.size() < FEWEST_GROUPS);
        double[] squares = new double[groups.size()];
        counts.values()
                .forEach(byGroup -> byGroup.forEach(
                        (group, count) -> squares[group] += Math.pow(weight(count, byGroup.size(), groups.size()), 2)));
        List<LatentAxes.Row> rows = new ArrayList<>();
        for (Map<Integer, Integer> byGroup : counts.values()) {
            int[] where = byGroup.keySet().stream().mapToInt(Integer::intValue).toArray();
            float[] weights = new float[where.length];
            for (int i = 0; i < where.length; i++) {
                double weight = weight(byGroup.getOrDefault(where[i], 0), where.length, groups.size());
                weights[i] = (float) (weight / Math.sqrt(squares[where[i]]));
            }
            rows.add(new LatentAxes.Row(where, weights));
        }
        double[][] learned = LatentAxes.of(rows, groups.size(), DIMENSIONS);
        Map<String, double[]> vectors = HashMap.newHashMap(learned.length);
        counts.keySet().forEach(stem -> vectors.put(stem, learned[vectors.size()]));
        return vectors;
    }

    private static double weight(int count, int groupsOfStem, int groups) {
        return (1 + Math.log(count)) * Math.log((groups + 1.0) / groupsOfStem);
    }

    /** How the texts of a group are spread about their mean, as a covariance over all groups. */
    private double[][] spreadWithin(List<List<List<String>>> groups) {
        double[][] spread = new double[dimensions][dimensions];
        int counted = 0;
        for (List<List<String>> group : groups) {
            List<double[]> all = group.stream()
                    .map(text -> known(text))
                    .filter(text -> !text.isEmpty())
                    .map(this::of)
                    .toList();
            double[] mean = new double[dimensions];
            all.forEach(text -> Vectors.add(mean, text, 1.0 / all.size()));
            for (double[] text : all) {
                Vectors.add(text, mean, -1);
                for (int i = 0; i < dimensions; i++) {
                    Vectors.add(spread[i], text, text[i]);
                }
            }
            counted += all.size();
        }
        for (double[] row : spread) {
            for (int j = 0; j < dimensions; j++) {
                row[j] /= Math.max(1, counted);
            }
        }
        return spread;
    }

    private Set<String> known(Collection<String> stems) {
        Set<String> known = new HashSet<>(stems);
        known.retainAll(vectors.keySet());
        return known;
    }

    /** The same words with a spread evened out; the mean of its own diagonal keeps directions that hardly vary from growing. */
    private WordVectors without(double[][] spread) {
        double trace = 0;
        for (int i = 0; i < dimensions; i++) {
            trace += spread[i][i];
        }
        for (int i = 0; i < dimensions; i++) {
            spread[i][i] += trace / dimensions + 1e-9;
        }
        double[][] root = new SymmetricEigen(spread).inverseRoot();
        Map<String, double[]> evened = HashMap.newHashMap(vectors.size());
        double lengths = 0;
        for (Map.Entry<String, double[]> each : vectors.entrySet()) {
            double[] vector = new double[dimensions];
            for (int i = 0; i < dimensions; i++) {
                vector[i] = Vectors.dot(root[i], each.getValue());
            }
            evened.put(each.getKey(), vector);
            lengths += Math.sqrt(Vectors.dot(vector, vector));
        }
        double mean = lengths / vectors.size();
        evened.values().forEach(vector -> java.util.Arrays.setAll(vector, i -> vector[i] / mean));
        return new WordVectors(dimensions, texts, frequencies, evened);
    }

    /** How much a stem tells, from near 0 (in every text) to 1 (in none). */
    public double weight(String stem) {
        if (texts == 0) {
            return 1;
        }
        int frequency = frequencies.getOrDefault(stem, 0);
        return Math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5)) / Math.log(2.0 * texts + 2);
    }

    /**
     * The vector of a text, of length 1; zeros for a text without words. A stem that was never learned has a direction of its own,
     * drawn by lot: nearly perpendicular to all others, so that it is near itself alone.
     *
     * @param stems of the text; each counts once
     */
    public double[] of(Collection<String> stems) {
        double[] sum = new double[dimensions];
        for (String stem : new java.util.TreeSet<>(stems)) {
            double[] vector = vectors.get(stem);
            Vectors.add(sum, vector == null ? lot(stem) : vector, weight(stem));
        }
        Vectors.normalize(sum);
        return sum;
    }

    private double[] lot(String stem) {
        Random random = new Random(stem.hashCode());
        double[] vector = new double[dimensions];
        java.util.Arrays.setAll(vector, i -> random.nextGaussian());
        Vectors.normalize(vector);
        return vector;
    }

    /** The cosine of two vectors of length 1. */
    public static double cosine(double[] a, double[] b) {
        return Vectors.dot(a, b);
    }
}

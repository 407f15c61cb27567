package fr.gercor.faq.intent;

import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import fr.gercor.faq.snapshot.Numbers;
import fr.gercor.faq.snapshot.Texts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of each label's utterances taken together: finds the label of a question that puts known words together in a new way.
 * Words count by how few labels use them, and less with every further use in one label (BM25's saturation).
 */
final class LabelWords {

    private static final double K1 = 1.2;

    private final int labels;
    private final Map<String, Uses> usesOfStem;

    /**
     * The labels that use a stem.
     *
     * @param labels by their places
     * @param shares how much of the stem's weight each holds, from 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Uses(int[] labels, float[] shares) {
        static final Uses NONE = new Uses(new int[0], new float[0]);

        static Uses of(Map<Integer, Integer> counts) {
            int[] labels = new int[counts.size()];
            float[] shares = new float[labels.length];
            int place = 0;
            for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
                labels[place] = each.getKey();
                shares[place++] = (float) (each.getValue() / (each.getValue() + K1));
            }
            return new Uses(labels, shares);
        }

        /** Both; of a label in both, the greater share. */
        Uses with(Uses other) {
            Map<Integer, Float> all = new TreeMap<>();
            for (Uses each : List.of(this, other)) {
                for (int i = 0; i < each.labels.length; i++) {
                    all.merge(each.labels[i], each.shares[i], Math::max);
                }
            }
            Uses both = new Uses(new int[all.size()], new float[all.size()]);
            int place = 0;
            for (Map.Entry<Integer, Float> each : all.entrySet()) {
                both.labels[place] = each.getKey();
                both.shares[place++] = each.getValue();
            }
            return both;
        }
    }

    private LabelWords(int labels, Map<String, Uses> usesOfStem) {
        this.labels = labels;
        this.usesOfStem = usesOfStem;
    }

    /**
     * Reads the words of all examples.
     *
     * @param examples that have labels
     * @param labelOf each example, its place among the labels
     * @param labels how many there are
     */
    static LabelWords of(List<Example> examples, int[] labelOf, int labels) {
        Map<String, Map<Integer, Integer>> counts = new HashMap<>();
        for (int i = 0; i < labelOf.length; i++) {
            for (Token token : words(examples.get(i).question())) {
                counts.computeIfAbsent(token.stem(), ignored -> new TreeMap<>()).merge(labelOf[i], 1, Integer::sum);
            }
        }
        Map<String, Uses> uses = HashMap.newHashMap(counts.size());
        counts.forEach((stem, byLabel) -> uses.put(stem, Uses.of(byLabel)));
        return new LabelWords(Math.max(1, labels), uses);
    }

    /**
     * These words, and those of {@code more}: a stem in them counts for their labels too, as much as one use.
     *
     * @param more examples that have labels
     * @param labelOf each of them, its place among the labels
     * @param labels how many there are now
     */
    LabelWords with(List<Example> more, int[] labelOf, int labels) {
        Map<String, Uses> uses = new HashMap<>(usesOfStem);
        of(more, labelOf, labels)
                .usesOfStem
                .forEach((stem, users) -> uses.merge(stem, users, (before, now) -> before.with(now)));
        return new LabelWords(labels, uses);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(labels);
        List<String> stems = List.copyOf(usesOfStem.keySet());
        int[] users =
                stems.stream().mapToInt(stem -> uses(stem).labels().length).toArray();
        int[] of = stems.stream()
                .flatMapToInt(stem -> Arrays.stream(uses(stem).labels()))
                .toArray();
        float[] shares = new float[of.length];
        int place = 0;
        for (String stem : stems) {
            float[] own = uses(stem).shares();
            System.arraycopy(own, 0, shares, place, own.length);
            place += own.length;
        }
        Texts.write(stems, out);
        Numbers.write(users, out);
        Numbers.write(of, out);
        Numbers.write(shares, out);
    }

    static LabelWords read(DataInput in) throws IOException {
        int labels = in.readInt();
        List<String> stems = Texts.read(in);
        int[] users = Numbers.ints(in);
        int[] of = Numbers.ints(in);
        float[] shares = Numbers.floats(in);
        Map<String, Uses> uses = HashMap.newHashMap(users.length);
        int from = 0;
        for (int i = 0; i < users.length; i++) {
            int to = from + users[i];
            uses.put(stems.get(i), new Uses(Arrays.copyOfRange(of, from, to), Arrays.copyOfRange(shares, from, to)));
            from = to;
        }
        return new LabelWords(labels, uses);
    }

    private Uses uses(String stem) {
        return usesOfStem.getOrDefault(stem, Uses.NONE);
    }

    private static List<Token> words(Question question) {
        List<Token> tokens = new ArrayList<>(question.contentTokens());
        tokens.addAll(question.expansions());
        return tokens;
    }

    /** How much of the question's weight each label holds, from 0 to 1, by the places of the labels. */
    double[] coverages(Question question) {
        double[] held = new double[labels];
        double all = 0;
        for (Token token : words(question)) {
            Uses uses = uses(token.stem());
            int users = uses.labels().length;
            double idf = token.weight() * Math.log(1 + (labels - users + 0.5) / (users + 0.5));
            all += idf;
            for (int i = 0; i < users; i++) {
                held[uses.labels()[i]] += idf * uses.shares()[i];
            }
        }
        double whole = Math.max(all, 1e-9);
        return Arrays.stream(held).map(weight -> weight / whole).toArray();
    }
}

package fr.gercor.faq.intent;

import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
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
    private record Uses(int[] labels, double[] shares) {
        static final Uses NONE = new Uses(new int[0], new double[0]);

        static Uses of(Map<Integer, Integer> counts) {
            int[] labels = new int[counts.size()];
            double[] shares = new double[labels.length];
            int place = 0;
            for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
                labels[place] = each.getKey();
                shares[place++] = each.getValue() / (each.getValue() + K1);
            }
            return new Uses(labels, shares);
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

    void write(DataOutput out) throws IOException {
        out.writeInt(labels);
        out.writeInt(usesOfStem.size());
        for (Map.Entry<String, Uses> each : usesOfStem.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeInt(each.getValue().labels().length);
            for (int i = 0; i < each.getValue().labels().length; i++) {
                out.writeShort(each.getValue().labels()[i]);
                out.writeDouble(each.getValue().shares()[i]);
            }
        }
    }

    static LabelWords read(DataInput in) throws IOException {
        int labels = in.readInt();
        int stems = in.readInt();
        Map<String, Uses> uses = HashMap.newHashMap(stems);
        for (int i = 0; i < stems; i++) {
            String stem = in.readUTF();
            int users = in.readInt();
            Uses each = new Uses(new int[users], new double[users]);
            for (int j = 0; j < users; j++) {
                each.labels()[j] = in.readShort();
                each.shares()[j] = in.readDouble();
            }
            uses.put(stem, each);
        }
        return new LabelWords(labels, uses);
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
            Uses uses = usesOfStem.getOrDefault(token.stem(), Uses.NONE);
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

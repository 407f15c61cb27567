package fr.gercor.faq.intent;

import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import fr.gercor.faq.snapshot.Numbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The features of questions and their weights: words, stems and pairs of stems in one block, character 3- to 5-grams within words
 * in another; log tf × idf, each block scaled to length 1, then the whole (the recipe that did best in the trials).
 */
final class FeatureSpace {

    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;
    private static final String EDGE = "^";

    private static final long WORD = FeatureCounts.start('w');
    private static final long STEM = FeatureCounts.start('s');
    private static final long PAIR = FeatureCounts.start('p');
    private static final long GRAM = FeatureCounts.start('g');

    private final FeatureIds ids;
    private final float[] idf;
    private final float unseenIdf;

    private FeatureSpace(FeatureIds ids, float[] idf, float unseenIdf) {
        this.ids = ids;
        this.idf = idf;
        this.unseenIdf = unseenIdf;
    }

    /**
     * The features of questions, and the questions in terms of them.
     *
     * @param space of the features
     * @param vectors of the questions, in their order
     */
    record Fitted(FeatureSpace space, SparseVectors vectors) {}

    /** The features of {@code questions}. */
    static Fitted of(Collection<Question> questions) {
        List<FeatureCounts[]> all =
                questions.parallelStream().map(FeatureSpace::blocks).toList();
        FeatureIds ids = new FeatureIds();
        int[] frequencies = new int[1 << 16];
        for (FeatureCounts[] blocks : all) {
            for (FeatureCounts block : blocks) {
                for (int i = 0; i < block.size(); i++) {
                    int id = ids.number(block.key(i));
                    if (id == frequencies.length) {
                        frequencies = Arrays.copyOf(frequencies, 2 * id);
                    }
                    frequencies[id]++;
                }
            }
        }
        float[] idf = new float[ids.size()];
        for (int id = 0; id < idf.length; id++) {
            idf[id] = (float) Math.log(1.0 + (double) questions.size() / frequencies[id]);
        }
        FeatureSpace space = new FeatureSpace(ids, idf, (float) Math.log(1.0 + questions.size()));
        return new Fitted(
                space, SparseVectors.of(all.parallelStream().map(space::vector).toList()));
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(idf, out);
        Numbers.write(ids.keys(), out);
        out.writeFloat(unseenIdf);
    }

    static FeatureSpace read(DataInput in) throws IOException {
        float[] idf = Numbers.floats(in);
        FeatureIds ids = FeatureIds.of(Numbers.longs(in));
        return new FeatureSpace(ids, idf, in.readFloat());
    }

    int size() {
        return idf.length;
    }

    /** Stems alone. */
    SparseVector stemVector(Question question) {
        FeatureCounts counts = new FeatureCounts();
        question.tokens().forEach(token -> counts.add(hash(STEM, token.stem()), token.weight()));
        question.expansions().forEach(token -> counts.add(hash(STEM, token.stem()), token.weight()));
        return vector(counts);
    }

    /** Both blocks. */
    SparseVector vector(Question question) {
        return vector(blocks(question));
    }

    private static FeatureCounts[] blocks(Question question) {
        return new FeatureCounts[] {words(question), grams(question)};
    }

    private static FeatureCounts words(Question question) {
        FeatureCounts counts = new FeatureCounts();
        String before = EDGE;
        int sentence = 0;
        for (Token token : question.tokens()) {
            if (token.sentence() != sentence) {
                counts.add(pair(before, EDGE), 1);
                before = EDGE;
                sentence = token.sentence();
            }
            counts.add(hash(WORD, token.form()), token.weight());
            counts.add(hash(STEM, token.stem()), token.weight());
            counts.add(pair(before, token.stem()), 1);
            before = token.stem();
        }
        counts.add(pair(before, EDGE), 1);
        for (Token token : question.expansions()) {
            counts.add(hash(STEM, token.stem()), token.weight());
        }
        return counts;
    }

    private static long pair(String first, String second) {
        return hash(hash(hash(PAIR, first), " "), second);
    }

    private static long hash(long before, String text) {
        return FeatureCounts.hash(before, text, 0, text.length());
    }

    private static FeatureCounts grams(Question question) {
        FeatureCounts counts = new FeatureCounts();
        for (Token token : question.tokens()) {
            String marked = "<" + token.form() + ">";
            for (int length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
                for (int i = 0; i + length <= marked.length(); i++) {
                    counts.add(FeatureCounts.hash(GRAM, marked, i, i + length), token.weight());
                }
            }
        }
        return counts;
    }

    /** Each block scaled to length 1, then the whole; features never seen count in a block's length, and match nothing. */
    private SparseVector vector(FeatureCounts... blocks) {
        int most = Arrays.stream(blocks).mapToInt(FeatureCounts::size).sum();
        long[] entries = new long[most];
        int size = 0;
        float share = (float) (1 / Math.sqrt(blocks.length));
        for (FeatureCounts block : blocks) {
            int from = size;
            float[] values = new float[block.size()];
            double squares = 0;
            for (int i = 0; i < block.size(); i++) {
                int id = ids.get(block.key(i));
                float value = (float) Math.log1p(block.count(i)) * (id == FeatureIds.NONE ? unseenIdf : idf[id]);
                squares += value * value;
                if (id != FeatureIds.NONE) {
                    values[size - from] = value;
                    entries[size++] = id;
                }
            }
            float scale = share / Math.max((float) Math.sqrt(squares), 1e-6f);
            for (int i = from; i < size; i++) {
                // The number above, the value's bits below: one sort puts both in order.
                entries[i] = entries[i] << 32 | Float.floatToIntBits(values[i - from] * scale) & 0xffffffffL;
            }
        }
        Arrays.sort(entries, 0, size);
        int[] sorted = new int[size];
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = (int) (entries[i] >>> 32);
            values[i] = Float.intBitsToFloat((int) entries[i]);
        }
        return new SparseVector(sorted, values);
    }
}

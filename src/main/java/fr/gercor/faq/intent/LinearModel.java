package fr.gercor.faq.intent;

import fr.gercor.faq.snapshot.Numbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear classifier over labels, whoever trained it. The weights of a feature are kept as bytes with one scale for all of them: a
 * quarter of the memory of floats, and of what is read when the service starts and at each question. A weight is off by 0.4 % of the
 * greatest of its feature at most.
 */
final class LinearModel {

    /** Stands among the rows of features for those that the model doesn't weigh. */
    static final int UNWEIGHED = -1;

    private static final int GREATEST = Byte.MAX_VALUE;

    private final List<String> labels;
    private final int[] rowOfFeature;
    private final float[] scales;
    private final byte[] weights;

    private LinearModel(List<String> labels, int[] rowOfFeature, float[] scales, byte[] weights) {
        this.labels = List.copyOf(labels);
        this.rowOfFeature = rowOfFeature.clone();
        this.scales = scales;
        this.weights = weights;
    }

    /**
     * The model of trained weights.
     *
     * @param labels in the order of the weights
     * @param rowOfFeature the row of each feature of the space, or {@link #UNWEIGHED}
     * @param trained row after row, as wide as there are labels
     */
    static LinearModel of(List<String> labels, int[] rowOfFeature, float[] trained) {
        int width = Math.max(1, labels.size());
        float[] scales = new float[trained.length / width];
        byte[] weights = new byte[trained.length];
        for (int row = 0; row < scales.length; row++) {
            float greatest = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                greatest = Math.max(greatest, Math.abs(trained[i]));
            }
            scales[row] = greatest / GREATEST;
            for (int i = row * width; greatest > 0 && i < (row + 1) * width; i++) {
                weights[i] = (byte) Math.round(trained[i] / scales[row]);
            }
        }
        return new LinearModel(labels, rowOfFeature, scales, weights);
    }

    List<String> labels() {
        return labels;
    }

    /** How many features are weighed. */
    int features() {
        return scales.length;
    }

    /** The logarithms of the posteriors, in the order of {@link #labels()}, unnormalised. */
    float[] scores(SparseVector vector) {
        int width = labels.size();
        float[] scores = new float[width];
        for (int i = 0; i < vector.ids().length; i++) {
            int row = rowOfFeature[vector.ids()[i]];
            if (row != UNWEIGHED) {
                float value = vector.values()[i] * scales[row];
                int offset = row * width;
                for (int label = 0; label < width; label++) {
                    scores[label] += value * weights[offset + label];
                }
            }
        }
        return scores;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(labels.size());
        for (String label : labels) {
            out.writeUTF(label);
        }
        Numbers.write(rowOfFeature, out);
        Numbers.write(scales, out);
        Numbers.write(weights, out);
    }

    static LinearModel read(DataInput in) throws IOException {
        List<String> labels = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            labels.add(in.readUTF());
        }
        return new LinearModel(labels, Numbers.ints(in), Numbers.floats(in), Numbers.bytes(in));
    }
}

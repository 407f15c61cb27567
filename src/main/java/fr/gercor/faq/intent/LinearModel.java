package fr.gercor.faq.intent;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear classifier over labels, whoever trained it: weights as floats in one array, label by label for each feature that it
 * knows, a tenth of the memory of objects.
 */
final class LinearModel {

    /** Stands in {@link #rowOfFeature} for features that the model doesn't weigh. */
    static final int UNWEIGHED = -1;

    private final List<String> labels;
    private final int[] rowOfFeature;
    private final float[] weights;

    /**
     * @param labels in the order of the weights
     * @param rowOfFeature the row of each feature of the space, or {@link #UNWEIGHED}
     * @param weights row after row, as wide as there are labels
     */
    LinearModel(List<String> labels, int[] rowOfFeature, float[] weights) {
        this.labels = List.copyOf(labels);
        this.rowOfFeature = rowOfFeature.clone();
        this.weights = weights;
    }

    List<String> labels() {
        return labels;
    }

    /** How many features are weighed. */
    int features() {
        return weights.length / Math.max(1, labels.size());
    }

    /** The logarithms of the posteriors, in the order of {@link #labels()}, unnormalised. */
    float[] scores(SparseVector vector) {
        int width = labels.size();
        float[] scores = new float[width];
        for (int i = 0; i < vector.ids().length; i++) {
            int row = rowOfFeature[vector.ids()[i]];
            if (row != UNWEIGHED) {
                float value = vector.values()[i];
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
        Numbers.write(weights, out);
    }

    static LinearModel read(DataInput in) throws IOException {
        List<String> labels = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            labels.add(in.readUTF());
        }
        return new LinearModel(labels, Numbers.ints(in), Numbers.floats(in));
    }
}

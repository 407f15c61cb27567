package fr.gercor.faq.intent;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A vector of few features.
 *
 * @param ids of the features, ascending
 * @param values as many
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too many to be lists
record SparseVector(int[] ids, float[] values) {

    /** In how many vectors each feature stands. */
    static int[] seen(List<SparseVector> vectors, int features) {
        int[] seen = new int[features];
        for (SparseVector vector : vectors) {
            for (int id : vector.ids()) {
                seen[id]++;
            }
        }
        return seen;
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(ids, out);
        Numbers.write(values, out);
    }

    static SparseVector read(DataInput in) throws IOException {
        return new SparseVector(Numbers.ints(in), Numbers.floats(in));
    }

    double dot(SparseVector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < ids.length && j < other.ids.length) {
            int order = Integer.compare(ids[i], other.ids[j]);
            if (order == 0) {
                sum += values[i++] * other.values[j++];
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}

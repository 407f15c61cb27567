package fr.gercor.faq.intent;

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
}

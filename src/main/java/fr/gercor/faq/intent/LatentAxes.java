package fr.gercor.faq.intent;

import java.util.List;
import java.util.Random;

/**
 * The strongest axes of a sparse matrix of words by documents (Deerwester's latent semantic analysis), by subspace iteration from a
 * random start that is always the same (Halko, Martinsson and Tropp 2011).
 */
final class LatentAxes {

    /** So many axes more than are wanted make those that are wanted exact after few rounds. */
    private static final int SPARE = 10;

    private static final int ROUNDS = 3;

    private LatentAxes() {}

    /**
     * A row of the matrix.
     *
     * @param documents in which a word stands
     * @param weights of the word in each
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Row(int[] documents, float[] weights) {}

    /**
     * The words on the strongest axes, each axis scaled by the root of its strength, each word's vector of length 1.
     *
     * @param rows one per word
     * @param documents how many there are
     * @param most axes; fewer where there are fewer words or documents
     */
    static double[][] of(List<Row> rows, int documents, int most) {
        int width = Math.min(most + SPARE, Math.min(rows.size(), documents));
        Random random = new Random(1);
        float[][] right = new float[documents][width];
        for (float[] row : right) {
            for (int j = 0; j < width; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            float[][] left = times(rows, right, width);
            straighten(left, width);
            right = transposedTimes(rows, left, documents, width);
            straighten(right, width);
        }
        return alongTheirAxes(times(rows, right, width), width, Math.min(most, width));
    }

    private static float[][] times(List<Row> rows, float[][] right, int width) {
        float[][] product = new float[rows.size()][width];
        for (int i = 0; i < product.length; i++) {
            Row row = rows.get(i);
            for (int k = 0; k < row.documents().length; k++) {
                add(product[i], right[row.documents()[k]], row.weights()[k]);
            }
        }
        return product;
    }

    private static float[][] transposedTimes(List<Row> rows, float[][] left, int documents, int width) {
        float[][] product = new float[documents][width];
        for (int i = 0; i < left.length; i++) {
            Row row = rows.get(i);
            for (int k = 0; k < row.documents().length; k++) {
                add(product[row.documents()[k]], left[i], row.weights()[k]);
            }
        }
        return product;
    }

    private static void add(float[] sum, float[] added, float factor) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * added[j];
        }
    }

    /** Makes the columns perpendicular and of length 1 (Gram and Schmidt). */
    private static void straighten(float[][] columns, int width) {
        double[] shadows = new double[width];
        for (int j = 0; j < width; j++) {
            java.util.Arrays.fill(shadows, 0);
            for (float[] row : columns) {
                for (int k = 0; k < j; k++) {
                    shadows[k] += row[j] * row[k];
                }
            }
            double squares = 0;
            for (float[] row : columns) {
                double rest = row[j];
                for (int k = 0; k < j; k++) {
                    rest -= shadows[k] * row[k];
                }
                row[j] = (float) rest;
                squares += rest * rest;
            }
            float length = (float) Math.max(1e-12, Math.sqrt(squares));
            for (float[] row : columns) {
                row[j] /= length;
            }
        }
    }

    private static double[][] alongTheirAxes(float[][] words, int width, int kept) {
        double[][] products = new double[width][width];
        for (float[] word : words) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    products[i][j] += word[i] * word[j];
                }
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(products);
        int[] axes = eigen.byValue();
        double[][] vectors = new double[words.length][kept];
        for (int i = 0; i < words.length; i++) {
            for (int k = 0; k < kept; k++) {
                double along = 0;
                for (int j = 0; j < width; j++) {
                    along += words[i][j] * eigen.coordinate(j, axes[k]);
                }
                double strength = Math.sqrt(Math.max(1e-9, eigen.value(axes[k])));
                vectors[i][k] = along / Math.sqrt(strength);
            }
            Vectors.normalize(vectors[i]);
        }
        return vectors;
    }
}

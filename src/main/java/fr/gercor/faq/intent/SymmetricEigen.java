package fr.gercor.faq.intent;

import java.util.stream.IntStream;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations: simple, exact enough, and fast for a few hundred
 * dimensions.
 */
final class SymmetricEigen {

    /** Convergence is quadratic: a handful of sweeps is enough, and more change nothing. */
    private static final int SWEEPS = 12;

    private static final double NEGLIGIBLE = 1e-9;

    private final double[][] matrix;
    private final double[][] vectors;

    /** @param matrix square and symmetric; it is copied */
    SymmetricEigen(double[][] matrix) {
        int size = matrix.length;
        this.matrix = new double[size][];
        vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            this.matrix[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(p, q);
                }
            }
        }
    }

    /** Turns the plane of two axes so that what stood between them becomes nothing. */
    private void rotate(int p, int q) {
        if (Math.abs(matrix[p][q]) < NEGLIGIBLE) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double sign = theta < 0 ? -1 : 1;
        double tangent = sign / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        turnColumns(matrix, p, q, cosine, sine);
        for (int k = 0; k < matrix.length; k++) {
            double x = matrix[p][k];
            double y = matrix[q][k];
            matrix[p][k] = cosine * x - sine * y;
            matrix[q][k] = sine * x + cosine * y;
        }
        turnColumns(vectors, p, q, cosine, sine);
    }

    private static void turnColumns(double[][] turned, int p, int q, double cosine, double sine) {
        for (double[] row : turned) {
            double x = row[p];
            double y = row[q];
            row[p] = cosine * x - sine * y;
            row[q] = sine * x + cosine * y;
        }
    }

    double value(int axis) {
        return matrix[axis][axis];
    }

    /** One coordinate of an eigenvector. */
    double coordinate(int dimension, int axis) {
        return vectors[dimension][axis];
    }

    /** The axes, the one of the greatest eigenvalue first. */
    int[] byValue() {
        return IntStream.range(0, matrix.length)
                .boxed()
                .sorted((a, b) -> Double.compare(value(b), value(a)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The matrix to the power −½; its eigenvalues must be positive. */
    double[][] inverseRoot() {
        int size = matrix.length;
        double[][] root = new double[size][size];
        for (int axis = 0; axis < size; axis++) {
            double factor = 1 / Math.sqrt(Math.max(NEGLIGIBLE, value(axis)));
            for (int i = 0; i < size; i++) {
                double left = vectors[i][axis] * factor;
                for (int j = 0; j < size; j++) {
                    root[i][j] += left * vectors[j][axis];
                }
            }
        }
        return root;
    }
}

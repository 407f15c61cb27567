package fr.gercor.faq.intent;

/** Sums on dense vectors. */
final class Vectors {

    private Vectors() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Adds {@code factor} times {@code added} to {@code sum}. */
    static void add(double[] sum, double[] added, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * added[i];
        }
    }

    /** Scales a vector to length 1; one of zeros stays as it is. */
    static void normalize(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
    }
}

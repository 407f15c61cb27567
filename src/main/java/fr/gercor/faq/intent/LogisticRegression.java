package fr.gercor.faq.intent;

import java.util.Arrays;
import java.util.List;

/** A logistic regression over a handful of signals, which it scales by itself: turns them into the probability of a yes. */
public final class LogisticRegression {

    private static final double RIDGE = 0.002;
    private static final int STEPS = 600;
    private static final double RATE = 0.3;

    private final double[] means;
    private final double[] deviations;
    private final double[] weights;

    /**
     * @param means of the signals
     * @param deviations of the signals
     * @param weights of the signals once scaled, then the constant
     */
    public LogisticRegression(double[] means, double[] deviations, double[] weights) {
        this.means = means.clone();
        this.deviations = deviations.clone();
        this.weights = weights.clone();
    }

    /**
     * Signals with their answer.
     *
     * @param signals in a fixed order
     * @param yes the answer
     * @param weight how much it counts
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Observation(double[] signals, boolean yes, double weight) {}

    /** Learns by gradient ascent, from the same start always. */
    public static LogisticRegression learn(List<Observation> observations) {
        int signals = observations.getFirst().signals().length;
        double[] means = new double[signals];
        double[] deviations = new double[signals];
        for (int s = 0; s < signals; s++) {
            int place = s;
            means[s] = observations.stream()
                    .mapToDouble(o -> o.signals()[place])
                    .average()
                    .orElse(0);
            double mean = means[s];
            deviations[s] = Math.max(
                    1e-6,
                    Math.sqrt(observations.stream()
                            .mapToDouble(o -> (o.signals()[place] - mean) * (o.signals()[place] - mean))
                            .average()
                            .orElse(1)));
        }
        double[] weights = new double[signals + 1];
        double[] squares = new double[signals + 1];
        double total = observations.stream().mapToDouble(Observation::weight).sum();
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[signals + 1];
            LogisticRegression now = new LogisticRegression(means, deviations, weights);
            for (Observation observation : observations) {
                double error =
                        ((observation.yes() ? 1 : 0) - now.probability(observation.signals())) * observation.weight();
                for (int s = 0; s < signals; s++) {
                    gradient[s] += error * (observation.signals()[s] - means[s]) / deviations[s];
                }
                gradient[signals] += error;
            }
            for (int s = 0; s <= signals; s++) {
                double slope = gradient[s] / total - (s == signals ? 0 : RIDGE * weights[s]);
                squares[s] += slope * slope;
                weights[s] += RATE * slope / (1e-8 + Math.sqrt(squares[s]));
            }
        }
        return new LogisticRegression(means, deviations, weights);
    }

    /** Means, deviations and weights, as the constructor takes them. */
    public List<double[]> parts() {
        return List.of(means.clone(), deviations.clone(), weights.clone());
    }

    /** The probability of a yes. */
    public double probability(double... signals) {
        double sum = weights[weights.length - 1];
        for (int s = 0; s < signals.length; s++) {
            sum += weights[s] * (signals[s] - means[s]) / deviations[s];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    @Override
    public String toString() {
        return "LogisticRegression" + Arrays.toString(weights);
    }
}

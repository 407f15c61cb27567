package fr.gercor.faq.intent;

import java.util.List;

/**
 * Weighs signals of candidates into probabilities (McFadden's conditional logit): the probability of a candidate is the exponential
 * of the weighted sum of its signals, over the sum of all candidates'. Weights are never negative, so that a better signal can't make
 * a candidate worse; they are learned on questions that the signals were not made from.
 */
public final class ConditionalLogit {

    /** Held weights small: a weight of this size costs as much as half a question answered wrongly. */
    private static final double RIDGE = 0.02;

    private static final int STEPS = 500;
    private static final double RATE = 0.3;
    private static final double START = 0.3;

    private final double[] weights;

    /** @param weights one per signal, none negative */
    public ConditionalLogit(double... weights) {
        this.weights = weights.clone();
    }

    /**
     * A question whose candidate is known.
     *
     * @param signals one row per candidate
     * @param right the place of the candidate that is right
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Choice(double[][] signals, int right) {}

    /** Learns by gradient ascent with Adagrad's rates, from the same start always. */
    public static ConditionalLogit learn(List<Choice> choices, int signals) {
        double[] weights = new double[signals];
        java.util.Arrays.fill(weights, START);
        double[] squares = new double[signals];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[signals];
            ConditionalLogit now = new ConditionalLogit(weights);
            for (Choice choice : choices) {
                double[] probabilities = now.probabilities(choice.signals());
                for (int c = 0; c < probabilities.length; c++) {
                    double error = (c == choice.right() ? 1 : 0) - probabilities[c];
                    for (int s = 0; s < signals; s++) {
                        gradient[s] += error * choice.signals()[c][s];
                    }
                }
            }
            for (int s = 0; s < signals; s++) {
                double slope = gradient[s] / Math.max(1, choices.size()) - RIDGE * weights[s] / 10;
                squares[s] += slope * slope;
                weights[s] = Math.max(0, weights[s] + RATE * slope / (1e-8 + Math.sqrt(squares[s])));
            }
        }
        return new ConditionalLogit(weights);
    }

    /** The weights, in the order of the signals. */
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public String toString() {
        return java.util.Arrays.toString(weights);
    }

    /** The weighted sum of one candidate's signals. */
    public double score(double[] signals) {
        double sum = 0;
        for (int s = 0; s < weights.length; s++) {
            sum += weights[s] * signals[s];
        }
        return sum;
    }

    /** The probabilities of the candidates; they add up to 1. */
    public double[] probabilities(double[][] signals) {
        double[] scores = new double[signals.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < signals.length; c++) {
            scores[c] = score(signals[c]);
            highest = Math.max(highest, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - highest);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        return scores;
    }
}

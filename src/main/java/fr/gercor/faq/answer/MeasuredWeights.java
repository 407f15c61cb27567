package fr.gercor.faq.answer;

import fr.gercor.faq.intent.ConditionalLogit;
import fr.gercor.faq.intent.LogisticRegression;

/**
 * The weights in force. Those with the classifiers are as {@code WeightLearning} (among the tests) found them on the 1,000 questions of
 * the relevance table, which were written apart from the utterances. They weigh any catalogue: signals are shares and posteriors, and
 * no weight belongs to a page.
 */
final class MeasuredWeights {

    /** Learned on 3,000 utterances held out of the signals, for the relevance table says which page is right and not which section. */
    private static final ConditionalLogit SECTIONS = new ConditionalLogit(1.48, 1.13, 0.36);

    private MeasuredWeights() {}

    /** With the classifiers. */
    static Weights trained() {
        return new Weights(
                new ConditionalLogit(
                        0.440, 2.205, 1.143, 0.518, 0.714, 0.000, 0.410, 0.119, 1.175, 0.041, 2.953, 0.836, 0.645),
                SECTIONS,
                new LogisticRegression(
                        new double[] {4.920, 0.773, 0.007, 2.319},
                        new double[] {1.907, 0.148, 0.030, 0.360},
                        new double[] {1.322, 0.350, 0.077, 0.034, 4.668}),
                new LogisticRegression(
                        new double[] {0.131, 0.820, 0.423, 0.703, 0.270, 0.032, 7.751, 2.205},
                        new double[] {0.326, 0.340, 0.163, 0.233, 0.169, 0.140, 1.998, 0.446},
                        new double[] {-1.881, 1.349, 0.823, 0.848, -0.015, -0.623, 0.151, 0.483, 3.637}));
    }

    /** By likeness alone, until the classifiers are trained: learned on utterances held out; the confidence is an estimate. */
    static Weights lexical() {
        return new Weights(
                new ConditionalLogit(0, 0, 0, 0.41, 0.76, 0.63, 0, 1, 0.89, 0.05, 2.21, 0, 0.24),
                SECTIONS,
                new LogisticRegression(
                        new double[] {0.4, 0.6, 0.1, 1.8},
                        new double[] {1.2, 0.25, 0.15, 0.5},
                        new double[] {1.4, 1.2, -0.3, 0, 0.8}),
                new LogisticRegression(
                        new double[] {0.04, 0.58, 0.46, 0.7, 0.39, 0.01, 0, 1.86},
                        new double[] {0.13, 0.28, 0.16, 0.2, 0.24, 0.05, 1, 0.47},
                        new double[] {-0.99, 0.64, 0.45, 0.48, 0.16, -0.01, 0, 0.79, 2.75}));
    }
}

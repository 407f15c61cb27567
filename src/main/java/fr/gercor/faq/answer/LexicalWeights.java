package fr.gercor.faq.answer;

import fr.gercor.faq.intent.ConditionalLogit;
import fr.gercor.faq.intent.LogisticRegression;

/** The weights by which an engine serves until its classifier is trained. */
final class LexicalWeights {

    private LexicalWeights() {}

    /** As {@link WeightLearner} found them without a classifier. */
    static Weights measured() {
        return new Weights(
                new ConditionalLogit(0, 0, 0, 0.41, 0.76, 0.63, 0, 1, 0.89, 0.05, 2.21, 0, 0.24),
                new ConditionalLogit(1, 1, 0.5),
                new LogisticRegression(
                        new double[] {0.6, 0.4, 0.5, 0.4, 0.6, 0.1, 0, 0.1, 0.5, 1.8},
                        new double[] {0.25, 0.3, 0.2, 0.2, 0.25, 0.15, 1, 0.2, 0.5, 0.5},
                        new double[] {0.8, 0.6, 0.8, 0.4, 0.8, -0.3, 0, -0.7, 0.4, 0, 0.8}),
                new LogisticRegression(
                        new double[] {0.04, 0.58, 0.46, 0.7, 0.39, 0.01, 0, 1.86},
                        new double[] {0.13, 0.28, 0.16, 0.2, 0.24, 0.05, 1, 0.47},
                        new double[] {-0.99, 0.64, 0.45, 0.48, 0.16, -0.01, 0, 0.79, 2.75}),
                Understanding.SETTINGS);
    }
}

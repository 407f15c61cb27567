package fr.gercor.faq.answer;

import fr.gercor.faq.intent.ConditionalLogit;
import fr.gercor.faq.intent.LogisticRegression;

/** The weights by which an engine serves until its classifier is trained. */
final class LexicalWeights {

    private LexicalWeights() {}

    /** As {@link WeightLearner} found them without a classifier. */
    static Weights measured() {
        return new Weights(
                new ConditionalLogit(0, 0, 0, 0.41, 0.76, 0.63, 0, 1, 0.89, 0.05, 2.21),
                new ConditionalLogit(1, 1, 0.5),
                new LogisticRegression(
                        new double[] {0.6, 0.4, 0.5, 0.4, 0.6, 0.1, 0, 0.1, 0.5, 1.8},
                        new double[] {0.25, 0.3, 0.2, 0.2, 0.25, 0.15, 1, 0.2, 0.5, 0.5},
                        new double[] {0.8, 0.6, 0.8, 0.4, 0.8, -0.3, 0, -0.7, 0.4, 0, 0.8}),
                Understanding.SETTINGS);
    }
}

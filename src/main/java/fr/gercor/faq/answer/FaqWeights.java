package fr.gercor.faq.answer;

import fr.gercor.faq.intent.ConditionalLogit;

/**
 * The weights of {@link FaqSignals}, as {@code FaqWeightLearning} (among the tests) found them on samples of our own catalogue: FAQs
 * of 48 entries whose questions are labels or utterances, asked by other utterances of the same intents, half of them mistyped. On
 * samples of pages that neither weights nor vectors were learned on, the right entry came first for 62.3 % of the queries by the
 * stems of question and answer, 63.6 % with the best sentence, 64.3 % with surface forms, 65.3 % with character grams, 70.0 % with
 * vectors, 70.1 % with near words. Pairs of words got no weight.
 */
final class FaqWeights {

    private FaqWeights() {}

    /** With word vectors and near words. */
    static ConditionalLogit measured() {
        return new ConditionalLogit(2.28, 0.75, 2.04, 2.60, 1.16, 3.01, 1.82, 4.19, 3.82, 3.93, 1.45, 0.32, 0.75);
    }

    /** Without: what they would tell is 0. */
    static ConditionalLogit withoutVectors() {
        return new ConditionalLogit(4.50, 2.23, 3.46, 3.62, 1.77, 4.75, 3.42, 0, 0, 0, 0, 0, 0);
    }
}

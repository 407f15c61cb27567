package fr.gercor.faq.intent;

import java.util.Map;

/**
 * What speaks for each label, and what speaks of the question as a whole.
 *
 * @param byLabel the labels that anything speaks for
 * @param bySublabel the highest cosine of each sublabel among the nearest utterances
 * @param energy the logarithm of the sum of the exponentials of the sparse classifier's scores; 0 without one
 * @param unknown the share of the question's words that nothing knows, from 0 to 1
 */
public record Signals(
        Map<String, LabelSignals> byLabel, Map<String, Double> bySublabel, double energy, double unknown) {

    /**
     * What speaks for one label.
     *
     * @param maxent logarithm of the posterior of OpenNLP's classifier; at least {@value #LEAST_LOG_POSTERIOR}
     * @param softmax the same of the sparse classifier over all features
     * @param cosine of the nearest utterance
     * @param vote the share of the nearest utterances' cosines that is this label's
     * @param coverage how much of the question's weight stands in this label's utterances taken together, from 0 to 1
     * @param restSoftmax as {@code softmax}, of the question without the words that may tell a situation only
     * @param restCoverage as {@code coverage}, of the same
     */
    public record LabelSignals(
            double maxent,
            double softmax,
            double cosine,
            double vote,
            double coverage,
            double restSoftmax,
            double restCoverage) {

        /** What no classifier or a hopeless one gives. */
        public static final double LEAST_LOG_POSTERIOR = -12;
    }
}

package fr.gercor.faq.intent;

/**
 * How the two classifiers are trained.
 *
 * @param maxentIterations of OpenNLP's quasi-Newton method, at most
 * @param maxentCutoff features seen in fewer examples are not OpenNLP's
 * @param softmaxEpochs how often the sparse trainer sees every example
 * @param softmaxCutoff features seen in fewer examples are not the sparse trainer's
 * @param softmaxDecay the share by which weights shrink after each epoch
 */
public record TrainingSettings(
        int maxentIterations, int maxentCutoff, int softmaxEpochs, int softmaxCutoff, float softmaxDecay) {}

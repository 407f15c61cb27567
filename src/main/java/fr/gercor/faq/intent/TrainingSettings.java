package fr.gercor.faq.intent;

/**
 * How a classifier is trained.
 *
 * @param iterations of the quasi-Newton method, at most
 * @param cutoff features seen in fewer examples are left out
 * @param threads of the optimiser
 * @param grams whether character grams are features too: they cost memory by the number of labels
 */
public record TrainingSettings(int iterations, int cutoff, int threads, boolean grams) {}

package fr.gercor.faq.answer;

import fr.gercor.faq.intent.IntentModel;
import fr.gercor.faq.intent.TextClassifier;
import java.util.Optional;

/**
 * What was learned from the utterances of a catalogue.
 *
 * @param model that questions are compared to, with classifiers once they are trained
 * @param weights of the signals
 * @param concerns tells the concerns of the triage apart; empty until it is trained
 */
record Learned(IntentModel model, Weights weights, Optional<TextClassifier> concerns) {

    /** Without any training. */
    static Learned lexically(IntentModel model) {
        return new Learned(model, MeasuredWeights.lexical(), Optional.empty());
    }

    /** With everything that is trained. */
    static Learned trained(IntentModel model, TextClassifier concerns) {
        return new Learned(model, MeasuredWeights.trained(), Optional.of(concerns));
    }

    /** The same with another model. */
    Learned with(IntentModel other) {
        return new Learned(other, weights, concerns);
    }
}

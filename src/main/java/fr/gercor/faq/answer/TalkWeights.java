package fr.gercor.faq.answer;

import fr.gercor.faq.intent.ConditionalLogit;

/** How much each of the {@link TalkSignals} counts. */
final class TalkWeights {

    private TalkWeights() {}

    /**
     * As a conditional logit found them on 905 dialogues of two or three turns, 145 of which end in something that no page answers.
     * Learned on one half and asked the other, they led 749 of the 847 last turns that may lean on the talk to the right place. The
     * signals are in the order of
     * {@link TalkSignals#rows}: the logarithms of the probabilities alone and completed; being the page of the talk, and that where
     * the question points; for other pages the share of the question that the talk's utterances leave uncovered, their nearest
     * utterance's cosine; being related to the page of the talk; for other pages, a
     * change of subject that is said, and their probability alone where the question names them.
     */
    static ConditionalLogit measured() {
        return new ConditionalLogit(0.55, 0.42, 2.76, 1.44, 0.81, 0.34, 1.14, 0.79, 0.75);
    }
}

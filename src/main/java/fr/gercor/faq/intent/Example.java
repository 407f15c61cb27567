package fr.gercor.faq.intent;

import fr.gercor.faq.question.Question;

/**
 * An utterance, analysed, with what it is an utterance of.
 *
 * @param question the utterance
 * @param label what a question like it should lead to
 * @param sublabel what it should lead to within that; may equal the label
 */
public record Example(Question question, String label, String sublabel) {}

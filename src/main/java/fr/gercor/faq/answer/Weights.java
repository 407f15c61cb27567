package fr.gercor.faq.answer;

import fr.gercor.faq.intent.ConditionalLogit;
import fr.gercor.faq.intent.LogisticRegression;

/**
 * How much each signal counts.
 *
 * @param labels among pages and topics
 * @param sections within a page
 * @param confidence that the first candidate is right
 * @param scope that the question is about anything that is answered
 */
record Weights(
        ConditionalLogit labels, ConditionalLogit sections, LogisticRegression confidence, LogisticRegression scope) {}

package fr.gercor.faq.escalation;

import java.util.UUID;

/**
 * A bell: a question has its reply. What is to be delivered is read from the rows, whether the bell was heard or not.
 *
 * @param question its id
 */
public record AnswerReady(UUID question) {}

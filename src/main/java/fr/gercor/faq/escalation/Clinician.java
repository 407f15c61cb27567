package fr.gercor.faq.escalation;

/**
 * A health professional who works on the queue.
 *
 * @param id of the account
 * @param name as colleagues read it
 * @param title as an answer is signed: « oncologue »
 */
public record Clinician(String id, String name, String title) {}

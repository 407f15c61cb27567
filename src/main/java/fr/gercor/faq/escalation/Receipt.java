package fr.gercor.faq.escalation;

/**
 * What somebody gets who hands a question over.
 *
 * @param code four words that lead back to it
 * @param delay the usual delay, in words, and when it is read if nobody is there now
 */
public record Receipt(String code, String delay) {}

package fr.gercor.faq.review;

/**
 * Who of the staff did something.
 *
 * @param id of their account
 * @param name as colleagues see it
 */
public record Colleague(String id, String name) {}

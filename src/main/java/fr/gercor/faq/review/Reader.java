package fr.gercor.faq.review;

/**
 * Somebody of the staff, as what they did is signed.
 *
 * @param id of the account, for ever
 * @param name as colleagues know them
 */
public record Reader(String id, String name) {}

package fr.gercor.faq.answer;

/**
 * Something said, and what was replied: what the context of a conversation is a pure function of.
 *
 * @param message as it is kept, so masked
 * @param reply that it got
 */
public record Exchange(Message message, Reply reply) {}

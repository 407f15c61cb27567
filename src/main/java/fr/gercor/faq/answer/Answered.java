package fr.gercor.faq.answer;

/**
 * A reply with its reasons.
 *
 * @param reply as it goes out
 * @param explanation for staff only
 */
public record Answered(Reply reply, Explanation explanation) {}

package fr.gercor.faq.review;

import java.util.Optional;

/**
 * What a reader thinks of a reply.
 *
 * @param verdict on it
 * @param rightPage the id of the page that was right, where the one quoted was not
 * @param cause of the failure
 * @param comment in their words
 */
public record Judgement(Verdict verdict, Optional<String> rightPage, Optional<Cause> cause, Optional<String> comment) {}

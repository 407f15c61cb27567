package fr.gercor.faq.review;

import java.time.Instant;

/**
 * A step in the history of a reply's review: who judged what when, and the state they left it in.
 *
 * @param ref the number of the turn
 */
public record Change(long ref, Reader by, Instant at, Judgement judgement, State state) {}

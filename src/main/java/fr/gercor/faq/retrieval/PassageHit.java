package fr.gercor.faq.retrieval;

import fr.gercor.faq.content.Passage;

/**
 * A passage that a question may be about.
 *
 * @param passage found
 * @param score the question's BM25 score against it, over the score of a passage that said all of it: 0 to about 1
 */
public record PassageHit(Passage passage, double score) {}

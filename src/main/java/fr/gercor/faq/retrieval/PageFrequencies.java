package fr.gercor.faq.retrieval;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** On how many pages each word stands: a word of every page says nothing of which page is meant. */
final class PageFrequencies {

    private final int pages;
    private final Map<String, Set<String>> pagesOfTerm = new HashMap<>();

    /** @param pages how many there are */
    PageFrequencies(int pages) {
        this.pages = pages;
    }

    /** Counts the terms of a page; again for the same page adds nothing. */
    void count(String page, Collection<String> terms) {
        terms.forEach(term ->
                pagesOfTerm.computeIfAbsent(term, ignored -> new HashSet<>()).add(page));
    }

    /** How much a term tells, from near 0 (on every page) to the logarithm of twice the pages (on none). */
    double idf(String term) {
        int frequency = pagesOfTerm.getOrDefault(term, Set.of()).size();
        return Math.log(1 + (pages - frequency + 0.5) / (frequency + 0.5));
    }
}

package fr.gercor.faq.retrieval;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** On how many pages each word stands: a word of every page says nothing of which page is meant. */
final class PageFrequencies {

    private final int pages;
    private final Optional<PageFrequencies> others;
    private final Map<String, Map<String, Integer>> pagesOfTerm = new HashMap<>();

    /**
     * @param pages how many are counted here
     * @param others counted before
     */
    PageFrequencies(int pages, Optional<PageFrequencies> others) {
        this.pages = pages + others.map(each -> each.pages).orElse(0);
        this.others = others;
    }

    /** Counts the terms of a page, each as often as it is given. */
    void count(String page, Collection<String> terms) {
        terms.forEach(term ->
                pagesOfTerm.computeIfAbsent(term, ignored -> new HashMap<>()).merge(page, 1, Integer::sum));
    }

    /** How often a term stands on each page. */
    Map<String, Integer> counts(String term) {
        Map<String, Integer> own = pagesOfTerm.getOrDefault(term, Map.of());
        Map<String, Integer> before = others.map(each -> each.counts(term)).orElse(Map.of());
        if (own.isEmpty() || before.isEmpty()) {
            return own.isEmpty() ? before : own;
        }
        Map<String, Integer> all = new HashMap<>(before);
        all.putAll(own);
        return all;
    }

    /** How much a term tells, from near 0 (on every page) to the logarithm of twice the pages (on none). */
    double idf(String term) {
        int frequency = counts(term).size();
        return Math.log(1 + (pages - frequency + 0.5) / (frequency + 0.5));
    }
}

package fr.gercor.faq.content;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest part of a section that makes sense by itself: a paragraph, a list with the paragraph that introduces it, or a row
 * of a table. Retrieval ranks passages; an answer quotes one whole, or some of its sentences where it is long.
 *
 * @param page the id of the page
 * @param anchor of the section
 * @param heading of the section
 * @param ordinal its place in the section, from 0
 * @param kind what it is made of
 * @param sentences the smallest quotable parts, in reading order; one alone for a list or a row
 */
public record Passage(String page, String anchor, String heading, int ordinal, Kind kind, List<Quote> sentences) {

    /** What a passage is made of. */
    public enum Kind {
        /** Sentences. */
        PARAGRAPH,
        /** A list, never quoted by halves. */
        LIST,
        /** A row of a table, with its headers. */
        ROW
    }

    /** The most sentences that one quote may hold. */
    public static final int MOST_SENTENCES = 4;

    public Passage {
        sentences = List.copyOf(sentences);
    }

    /** The whole passage, as long as it holds no more than {@link #MOST_SENTENCES}; its first ones otherwise. */
    public Quote whole() {
        return quote(0, Math.min(sentences.size(), MOST_SENTENCES));
    }

    public String text() {
        return sentences.size() == 1
                ? sentences.getFirst().text()
                : join(sentences).text();
    }

    /**
     * Sentences that stand one after the other.
     *
     * @param from the first, from 0
     * @param count how many, 1 to {@link #MOST_SENTENCES}
     */
    public Quote quote(int from, int count) {
        if (count < 1 || count > MOST_SENTENCES) {
            throw new IllegalArgumentException("A quote holds 1 to " + MOST_SENTENCES + " sentences, not " + count);
        }
        return join(sentences.subList(from, from + count));
    }

    /** Every quote that can be made of this passage. */
    public List<Quote> quotes() {
        List<Quote> quotes = new ArrayList<>();
        for (int from = 0; from < sentences.size(); from++) {
            for (int count = 1; count <= MOST_SENTENCES && from + count <= sentences.size(); count++) {
                quotes.add(quote(from, count));
            }
        }
        return quotes;
    }

    private static Quote join(List<Quote> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Quote first = parts.getFirst();
        List<Quote.Extent> extents = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Quote part : parts) {
            extents.addAll(part.extents());
            text.append(text.isEmpty() ? "" : " ").append(part.text());
        }
        return new Quote(first.page(), first.anchor(), extents, text.toString());
    }
}

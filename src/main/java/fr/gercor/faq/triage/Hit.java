package fr.gercor.faq.triage;

import java.util.List;

/**
 * A sign found in a message.
 *
 * @param words the rows of words that make it, in the order of the sign
 */
record Hit(List<Span> words) {

    Span whole() {
        int from = Integer.MAX_VALUE;
        int to = -1;
        for (Span span : words) {
            from = Math.min(from, span.from());
            to = Math.max(to, span.to());
        }
        return new Span(from, to);
    }

    /** Whether the word at {@code place} is one that the sign asks for, rather than one that stands between. */
    boolean uses(int place) {
        return words.stream().anyMatch(span -> span.holds(place));
    }

    boolean meets(Hit other) {
        return words.stream().anyMatch(span -> other.words.stream().anyMatch(span::meets));
    }
}

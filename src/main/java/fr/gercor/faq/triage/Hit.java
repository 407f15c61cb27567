package fr.gercor.faq.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * A sign found in a message.
 *
 * @param rows for each row of the sign, where its words stand; the first row is what the sign is about
 */
record Hit(List<List<Span>> rows) {

    static Hit ofRow(List<Span> words) {
        return new Hit(List.of(List.copyOf(words)));
    }

    /** This one and another, where they share no word. */
    Hit and(Hit other) {
        List<List<Span>> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return new Hit(both);
    }

    /** From the first to the last word of the first row. */
    Span first() {
        return around(rows.getFirst());
    }

    Span whole() {
        Span whole = first();
        for (List<Span> row : rows) {
            whole = whole.and(around(row));
        }
        return whole;
    }

    /** Whether {@code place} stands within one row, between words that belong together. */
    boolean isWithinARow(int place) {
        return rows.stream().anyMatch(row -> around(row).holds(place));
    }

    /** Whether the word at {@code place} is one that the sign asks for, rather than one that stands between. */
    boolean uses(int place) {
        return rows.stream().anyMatch(row -> row.stream().anyMatch(span -> span.holds(place)));
    }

    boolean meets(Hit other) {
        return rows.stream()
                .flatMap(List::stream)
                .anyMatch(span -> other.rows.stream().flatMap(List::stream).anyMatch(span::meets));
    }

    private static Span around(List<Span> words) {
        Span around = words.getFirst();
        for (Span span : words) {
            around = around.and(span);
        }
        return around;
    }
}

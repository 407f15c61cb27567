package fr.gercor.faq.triage;

/**
 * A row of neighbouring words of a message.
 *
 * @param from the place of the first
 * @param to the place of the last, itself within
 */
record Span(int from, int to) {

    boolean holds(int place) {
        return place >= from && place <= to;
    }

    boolean meets(Span other) {
        return from <= other.to && other.from <= to;
    }

    /** The shortest row that holds both. */
    Span and(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }

    /** How many words stand between two rows; 0 where they touch or meet. */
    int distance(Span other) {
        return Math.max(0, Math.max(other.from - to, from - other.to) - 1);
    }
}

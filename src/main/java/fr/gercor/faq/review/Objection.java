package fr.gercor.faq.review;

import java.util.List;

/**
 * Why an addition can't be taken.
 *
 * @param kind its key in the message files
 * @param values what the message names
 */
public record Objection(Kind kind, List<String> values) {

    /** What is wrong. */
    public enum Kind {
        /** Nothing was written. */
        EMPTY,
        /** An utterance or a form is longer than people say things. */
        TOO_LONG,
        /** The utterance stands already; the value names where. */
        DUPLICATE,
        UNKNOWN_INTENT,
        UNKNOWN_TOPIC,
        UNKNOWN_SECTION,
        TAKEN_ID,
        MALFORMED_ID,
        UNKNOWN_TARGET,
        /** The form stands in the lexicon already. */
        KNOWN_FORM,
        /** The files have no place for it. */
        NO_PLACE
    }

    static Objection of(Kind kind, String... values) {
        return new Objection(kind, List.of(values));
    }
}

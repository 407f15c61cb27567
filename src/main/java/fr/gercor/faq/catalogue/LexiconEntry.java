package fr.gercor.faq.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * How patients say something, and what they mean by it.
 *
 * @param forms what is said, each of one word or more
 * @param means the words that the content uses for it
 * @param kind why the two differ
 * @param leadsTo the page or the term of the glossary that it leads to
 * @param question a question that holds one of the forms, by which the entry is tested
 */
public record LexiconEntry(
        List<String> forms, String means, Kind kind, Optional<String> leadsTo, Optional<String> question) {

    /** Why what is said differs from what is meant. */
    public enum Kind {
        /** A word of everyday speech: it is kept, and what it means is added. */
        LAY,
        /** A brand or a molecule: it is kept, and what it means is added. */
        DRUG,
        /** An acronym: it is kept, and what it means is added. */
        ACRONYM,
        /** A word of Belgium, Switzerland or Québec: it is kept, and what it means is added. */
        REGIONAL,
        /** Written by ear: it is replaced by what it means. */
        MISSPELLING,
        /** Written as in a text message or by dictation: it is replaced by what it means. */
        SMS;

        /** Whether what is meant takes the place of what is said. */
        public boolean replaces() {
            return this == MISSPELLING || this == SMS;
        }
    }

    public LexiconEntry {
        forms = List.copyOf(forms);
    }
}

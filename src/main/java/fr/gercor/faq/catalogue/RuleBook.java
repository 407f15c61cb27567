package fr.gercor.faq.catalogue;

import java.util.List;
import java.util.Map;

/**
 * The rules of the triage, as a nurse reads and writes them.
 *
 * @param words named lists of words, by which signs are written
 * @param rules in the order in which they are tried
 * @param aboutPatterns signs that a sentence asks about something rather than tells that it happens
 * @param livePatterns signs that something is happening now, which outweigh those
 */
public record RuleBook(
        Map<String, List<String>> words, List<Rule> rules, List<String> aboutPatterns, List<String> livePatterns) {

    public RuleBook {
        words = Map.copyOf(words);
        rules = List.copyOf(rules);
        aboutPatterns = List.copyOf(aboutPatterns);
        livePatterns = List.copyOf(livePatterns);
    }

    /** No rule at all. */
    public static RuleBook empty() {
        return new RuleBook(Map.of(), List.of(), List.of(), List.of());
    }

    /**
     * What must be seen, and the signs by which it is.
     *
     * @param id its name, shown in the explanation of a reply
     * @param kind what is done when it is seen
     * @param title in words, for staff
     * @param page the section to read, as {@code page#anchor}; empty where there is none
     * @param signs any one of which is enough; how they are written stands in {@code intents/README.md}
     * @param unless any one of which keeps the rule from firing
     * @param examples messages on which it must fire
     * @param counterExamples messages on which it must not
     */
    public record Rule(
            String id,
            Kind kind,
            String title,
            String page,
            List<String> signs,
            List<String> unless,
            List<String> examples,
            List<String> counterExamples) {

        public Rule {
            signs = List.copyOf(signs);
            unless = List.copyOf(unless);
            examples = List.copyOf(examples);
            counterExamples = List.copyOf(counterExamples);
        }
    }

    /** What is done when a rule fires. */
    public enum Kind {
        /** A medical emergency as it happens. */
        MEDICAL,
        /** Thoughts of suicide, one's own or somebody else's. */
        SUICIDE,
        /** A request for a diagnosis, a prognosis or a change of treatment. */
        DIAGNOSIS,
        /** A question about a protocol: its doses, schedule, criteria or results. */
        PROTOCOL
    }
}

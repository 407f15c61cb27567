package fr.gercor.faq.catalogue;

import java.util.List;
import java.util.Map;

/**
 * The rules of the triage, as a nurse reads and writes them; how signs are written stands in {@code intents/README.md}.
 *
 * @param spellings words written by ear, and how they are read
 * @param words named lists of words, by which signs are written
 * @param rules in the order in which they are tried
 * @param circumstances what tells an emergency as it happens from one that is only spoken of
 */
public record RuleBook(
        Map<String, String> spellings, Map<String, List<String>> words, List<Rule> rules, Circumstances circumstances) {

    public RuleBook {
        spellings = Map.copyOf(spellings);
        words = Map.copyOf(words);
        rules = List.copyOf(rules);
    }

    /** No rule at all. */
    public static RuleBook empty() {
        return new RuleBook(Map.of(), Map.of(), List.of(), Circumstances.none());
    }

    /**
     * Signs that weaken or strengthen what stands near them; they hold for every emergency and for distress.
     *
     * @param about that what follows is asked about or feared: « si j'ai », « en cas de »
     * @param live that it happens now: « depuis ce matin »
     * @param past that it happened long ago: « l'an dernier »
     * @param done the verbs that tell what is over, without which no past is believed: « eu », « avait »
     * @param denied that what follows is not so: « pas de »
     * @param deniedAfter that what stands before is not so: « pas », in « je saigne pas »
     */
    public record Circumstances(
            List<String> about,
            List<String> live,
            List<String> past,
            List<String> done,
            List<String> denied,
            List<String> deniedAfter) {

        public Circumstances {
            about = List.copyOf(about);
            live = List.copyOf(live);
            past = List.copyOf(past);
            done = List.copyOf(done);
            denied = List.copyOf(denied);
            deniedAfter = List.copyOf(deniedAfter);
        }

        /** Nothing weakens a sign. */
        public static Circumstances none() {
            return new Circumstances(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }

    /**
     * What must be seen, and the signs by which it is.
     *
     * @param id its name, shown in the explanation of a reply
     * @param kind what is done when it is seen
     * @param title in words, for staff
     * @param page the section to read, as {@code page#anchor}; empty where there is none
     * @param signs any one of which is enough
     * @param mentions signs that an emergency is spoken of without its happening
     * @param unless any one of which, in the same sentence, keeps the rule from firing
     * @param examples messages on which it must fire
     * @param counterExamples messages on which it must not
     */
    public record Rule(
            String id,
            Kind kind,
            String title,
            String page,
            List<String> signs,
            List<String> mentions,
            List<String> unless,
            List<String> examples,
            List<String> counterExamples) {

        public Rule {
            signs = List.copyOf(signs);
            mentions = List.copyOf(mentions);
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
        PROTOCOL;

        /** Whether it is an alarm as it happens, and only a subject when it is asked about. */
        public boolean isAlarm() {
            return this == MEDICAL || this == SUICIDE;
        }
    }
}

package fr.gercor.faq.answer;

import java.util.List;

/**
 * Why a reply is what it is, for staff: everything here is masked with the question it explains.
 *
 * @param language of the question
 * @param analysed the words as understood
 * @param corrections what was mended, « typed → read »
 * @param expansions the words that the lexicon added
 * @param context what the talk so far added; empty where nothing
 * @param intents the five best, best first
 * @param passages the five best, best first
 * @param rule the id of the rule of the triage that fired; empty where none did
 * @param decision which step of the policy decided, with the threshold it compared to
 * @param version of content, catalogue and models
 */
public record Explanation(
        String language,
        List<String> analysed,
        List<String> corrections,
        List<String> expansions,
        String context,
        List<Scored> intents,
        List<Scored> passages,
        String rule,
        String decision,
        String version) {

    /**
     * A candidate.
     *
     * @param id of an intent, or {@code page#anchor} of a passage
     * @param score higher is better; intents' are probabilities
     */
    public record Scored(String id, double score) {}

    public Explanation {
        analysed = List.copyOf(analysed);
        corrections = List.copyOf(corrections);
        expansions = List.copyOf(expansions);
        intents = List.copyOf(intents);
        passages = List.copyOf(passages);
    }
}

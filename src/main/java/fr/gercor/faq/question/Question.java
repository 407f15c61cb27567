package fr.gercor.faq.question;

import java.util.List;
import java.util.Set;

/**
 * A question, analysed once for all that reads it.
 *
 * @param text as it was asked
 * @param language of the text, an ISO 639-1 code; {@code fr} where it can't be told
 * @param sentences the text cut where sentences end
 * @param tokens the words said, in order, function words among them
 * @param expansions the words that the lexicon adds
 * @param corrections what was mended, for the explanation of the reply
 * @param pages the ids of the pages that the lexicon says it names
 */
public record Question(
        String text,
        String language,
        List<String> sentences,
        List<Token> tokens,
        List<Token> expansions,
        List<Correction> corrections,
        Set<String> pages) {

    /**
     * A word that was understood as another.
     *
     * @param typed as it stood
     * @param read as it was understood
     */
    public record Correction(String typed, String read) {}

    public Question {
        sentences = List.copyOf(sentences);
        tokens = List.copyOf(tokens);
        expansions = List.copyOf(expansions);
        corrections = List.copyOf(corrections);
        pages = Set.copyOf(pages);
    }

    /** The same question understood by other words. */
    public Question withTokens(List<Token> others) {
        return new Question(text, language, sentences, others, expansions, corrections, pages);
    }

    /** The same question without the words, said or added, that have one of the stems. */
    public Question without(Set<String> stems) {
        return new Question(
                text, language, sentences, others(tokens, stems), others(expansions, stems), corrections, pages);
    }

    private static List<Token> others(List<Token> tokens, Set<String> stems) {
        return tokens.stream().filter(token -> !stems.contains(token.stem())).toList();
    }

    /** The words said that carry meaning: all but function words. */
    public List<Token> contentTokens() {
        return tokens.stream()
                .filter(token -> !FunctionWords.contains(token.form()))
                .toList();
    }
}

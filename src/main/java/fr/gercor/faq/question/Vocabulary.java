package fr.gercor.faq.question;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.LexiconEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The words that authors use, with how often: every word of the content and of the lexicon's meanings, and of the utterances those
 * that the content or the language knows too, for patients' spellings stand among them.
 */
final class Vocabulary {

    private Vocabulary() {}

    /** The words of texts. */
    static Map<String, Integer> of(Collection<String> texts) {
        Map<String, Integer> words = new HashMap<>();
        texts.forEach(text -> count(text, words));
        return words;
    }

    /** The words of a catalogue and of the texts of a content. */
    static Map<String, Integer> of(Catalogue catalogue, Collection<String> texts) {
        Map<String, Integer> said = new HashMap<>();
        catalogue.intents().forEach(intent -> intent.utterances().forEach(utterance -> count(utterance, said)));
        catalogue.smallTalk().forEach(topic -> topic.utterances().forEach(utterance -> count(utterance, said)));
        catalogue.outOfScope().forEach(topic -> topic.utterances().forEach(utterance -> count(utterance, said)));
        catalogue.rules().words().values().forEach(list -> list.forEach(entry -> count(entry, said)));
        Map<String, Integer> words = of(texts);
        countMeanings(catalogue.lexicon(), words);
        catalogue.outOfScope().forEach(topic -> topic.terms().forEach(term -> count(term, words)));
        keepKnown(said, words, WordForms.FRENCH::isWord);
        return words;
    }

    /**
     * The words of what was added to a content and a catalogue.
     *
     * @param known tells of a word whether it was known before
     */
    static Map<String, Integer> of(
            List<LexiconEntry> lexicon,
            Collection<String> texts,
            Collection<String> utterances,
            Predicate<String> known) {
        Map<String, Integer> words = of(texts);
        countMeanings(lexicon, words);
        keepKnown(of(utterances), words, known);
        return words;
    }

    private static void countMeanings(List<LexiconEntry> lexicon, Map<String, Integer> words) {
        for (LexiconEntry entry : lexicon) {
            count(entry.means(), words);
            if (!entry.kind().replaces()) {
                entry.forms().forEach(form -> count(form, words));
            }
        }
    }

    private static void keepKnown(Map<String, Integer> said, Map<String, Integer> words, Predicate<String> known) {
        said.forEach((word, count) -> {
            if (words.containsKey(word) || known.test(word)) {
                words.merge(word, count, Integer::sum);
            }
        });
    }

    private static void count(String text, Map<String, Integer> counts) {
        Words.of(text).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
}

package fr.gercor.faq.question;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The words by which staff find what was written: folded and stemmed, so that neither accents nor endings matter. */
public final class SearchWords {

    /** Longer words are no words; the database holds so many characters. */
    private static final int LONGEST = 64;

    private static final class French {
        static final Stemmer STEMMER = Stemmer.french();
    }

    private SearchWords() {}

    /** The words of {@code text} but those that say nothing, each once. */
    public static SortedSet<String> of(String text) {
        SortedSet<String> words = new TreeSet<>();
        List<String> written = Words.of(text);
        for (String word : written) {
            if (!FunctionWords.contains(word)) {
                String stem = French.STEMMER.stem(word);
                words.add(stem.length() > LONGEST ? stem.substring(0, LONGEST) : stem);
            }
        }
        return words;
    }
}

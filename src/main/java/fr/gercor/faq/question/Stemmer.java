package fr.gercor.faq.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The stem of a word, by one of Lucene's stem filters; remembers what it has stemmed. */
final class Stemmer {

    private static final int MOST_REMEMBERED = 50_000;

    private final UnaryOperator<String> lemmatizer;
    private final Analyzer filter;
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    private Stemmer(UnaryOperator<String> lemmatizer, UnaryOperator<TokenStream> filter) {
        this.lemmatizer = lemmatizer;
        this.filter = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer whole = new KeywordTokenizer();
                return new TokenStreamComponents(whole, filter.apply(whole));
            }
        };
    }

    /** The light French stem (Savoy 1999) of a word's lemma. */
    static Stemmer french() {
        return new Stemmer(form -> FrenchDictionary.shared().lemma(form).orElse(form), FrenchLightStemFilter::new);
    }

    /** Krovetz's English stem. */
    static Stemmer english() {
        return new Stemmer(UnaryOperator.identity(), KStemFilter::new);
    }

    /** @param form in small letters, accents folded */
    String stem(String form) {
        String known = remembered.get(form);
        if (known != null) {
            return known;
        }
        String stem = filtered(lemmatizer.apply(form));
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(form, stem);
        }
        return stem;
    }

    private String filtered(String lemma) {
        try (TokenStream stream = filter.tokenStream("word", lemma)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            String stem = stream.incrementToken() ? term.toString() : lemma;
            stream.end();
            return stem;
        } catch (IOException e) {
            throw new UncheckedIOException("A word in memory can't fail to be read", e);
        }
    }
}

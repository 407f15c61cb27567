package fr.gercor.faq.question;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.LexiconEntry;
import fr.gercor.faq.question.Question.Correction;
import fr.gercor.faq.snapshot.Texts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Analyses questions: words, what the lexicon replaces and adds, spelling, stems. Made once for a catalogue and a content; safe for
 * several threads.
 */
public final class QuestionAnalyser {

    /** What the lexicon adds weighs less than what was said, so that a page that uses the very word still comes first. */
    static final double ADDED_WEIGHT = 0.6;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…;\\n])\\s+");

    private static final Pattern ELIDED = Pattern.compile("^(l|d|j|m|t|s|n|c|qu)(?=[aeiouyh])");

    private static final int MOST_REMEMBERED = 20_000;

    private static final String FRENCH = "fr";

    private final WordForms forms;
    private final Lexicon lexicon;
    private final Set<String> vocabulary;
    private final SpellingCorrector spelling;
    private final LanguageGuesser languages;
    private final Map<String, List<String>> mended = new ConcurrentHashMap<>();

    private QuestionAnalyser(
            WordForms forms,
            Lexicon lexicon,
            Set<String> vocabulary,
            SpellingCorrector spelling,
            LanguageGuesser languages) {
        this.forms = forms;
        this.lexicon = lexicon;
        this.vocabulary = Set.copyOf(vocabulary);
        this.spelling = spelling;
        this.languages = languages;
    }

    /** Reads what only some questions need, so that the first of them doesn't wait for it. */
    public static void prepare() {
        LanguageGuesser.prepare();
    }

    /**
     * An analyser of French questions.
     *
     * @param catalogue whose words and lexicon are known
     * @param texts of the content, whose words are known too
     */
    public static QuestionAnalyser french(Catalogue catalogue, Collection<String> texts) {
        Map<String, Integer> vocabulary = Vocabulary.of(catalogue, texts);
        return new QuestionAnalyser(
                WordForms.FRENCH,
                new Lexicon(catalogue.lexicon()),
                vocabulary.keySet(),
                SpellingCorrector.of(vocabulary, WordForms.FRENCH),
                LanguageGuesser.shared());
    }

    /**
     * An analyser that knows only the words of {@code texts}, for measuring on public sets.
     *
     * @param language {@code fr} or {@code en}
     */
    public static QuestionAnalyser ofTexts(String language, Collection<String> texts) {
        WordForms forms = language.equals("en") ? WordForms.english() : WordForms.FRENCH;
        Map<String, Integer> vocabulary = Vocabulary.of(texts);
        return new QuestionAnalyser(
                forms,
                new Lexicon(List.of()),
                vocabulary.keySet(),
                SpellingCorrector.of(vocabulary, forms),
                LanguageGuesser.always(language));
    }

    /**
     * This analyser of French questions with the lexicon of a changed catalogue, and the words of what was added to it or to the
     * content. What it knew before it still knows.
     *
     * @param catalogue whose lexicon is in force
     * @param texts of changed pages
     * @param utterances that were added
     */
    public QuestionAnalyser changed(Catalogue catalogue, Collection<String> texts, Collection<String> utterances) {
        Map<String, Integer> more = Vocabulary.of(catalogue.lexicon(), texts, utterances, this::isKnown);
        more.keySet().removeAll(vocabulary);
        Set<String> all = new HashSet<>(vocabulary);
        all.addAll(more.keySet());
        return new QuestionAnalyser(
                forms,
                new Lexicon(catalogue.lexicon()),
                all,
                more.isEmpty() ? spelling : spelling.with(more),
                languages);
    }

    /** Writes the vocabulary and what spelling is mended by. */
    public void write(DataOutput out) throws IOException {
        Texts.write(vocabulary, out);
        spelling.write(out);
    }

    /**
     * Reads an analyser of French questions.
     *
     * @param catalogue the one that it was made for
     */
    public static QuestionAnalyser read(DataInput in, Catalogue catalogue) throws IOException {
        Set<String> vocabulary = new HashSet<>(Texts.read(in));
        return new QuestionAnalyser(
                WordForms.FRENCH,
                new Lexicon(catalogue.lexicon()),
                vocabulary,
                SpellingCorrector.read(in, WordForms.FRENCH),
                LanguageGuesser.shared());
    }

    /** The question in {@code text}, as somebody asked it, in whatever language. */
    public Question analyse(String text) {
        return analyse(text, languages.guess(text, this::isFrenchWord));
    }

    /** A text of our own authors, whose language needs no guessing. */
    public Question read(String text) {
        return analyse(text, FRENCH);
    }

    /** A word by itself; empty where it is read as another. */
    public Optional<Token> word(String form) {
        boolean replaced = lexicon.at(List.of(form), 0)
                .filter(found -> found.entry().kind().replaces())
                .isPresent();
        return replaced || !understood(form).equals(List.of(form)) ? Optional.empty() : Optional.of(token(form, 0, 1));
    }

    private Question analyse(String text, String language) {
        List<String> sentences = sentences(text);
        List<Token> tokens = new ArrayList<>();
        List<Token> expansions = new ArrayList<>();
        List<Correction> corrections = new ArrayList<>();
        Set<String> pages = new LinkedHashSet<>();
        for (int i = 0; i < sentences.size(); i++) {
            List<String> words = spelled(replaced(Words.of(sentences.get(i)), corrections), corrections);
            for (String word : words) {
                tokens.add(token(word, i, 1));
            }
            expand(words, i, expansions, pages);
        }
        return new Question(text, language, sentences, tokens, expansions, corrections, pages);
    }

    /** A code that words of one sound share; empty where the language has none. */
    public String sound(String form) {
        return forms.sound(form);
    }

    private boolean isFrenchWord(String form) {
        return vocabulary.contains(form) || forms.isWord(form);
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text.strip())) {
            if (!sentence.isBlank()) {
                sentences.add(sentence.strip());
            }
        }
        return sentences;
    }

    private List<String> replaced(List<String> words, List<Correction> corrections) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            Optional<Lexicon.Form> form = lexicon.at(words, i);
            if (form.isPresent() && form.get().entry().kind().replaces()) {
                LexiconEntry entry = form.get().entry();
                corrections.add(new Correction(String.join(" ", form.get().words()), entry.means()));
                result.addAll(Words.of(entry.means()));
                i += form.get().words().size();
            } else if (form.isPresent()) {
                result.addAll(form.get().words());
                i += form.get().words().size();
            } else {
                result.add(words.get(i++));
            }
        }
        return result;
    }

    private List<String> spelled(List<String> words, List<Correction> corrections) {
        List<String> result = new ArrayList<>(words.size());
        for (String word : words) {
            List<String> read = understood(word);
            result.addAll(read);
            if (read.size() != 1 || !read.getFirst().equals(word)) {
                corrections.add(new Correction(word, String.join(" ", read)));
            }
        }
        return result;
    }

    private List<String> understood(String word) {
        if (word.length() < SpellingCorrector.SHORTEST || isKnown(word) || !Character.isLetter(word.charAt(0))) {
            return List.of(word);
        }
        List<String> remembered = mended.get(word);
        if (remembered != null) {
            return remembered;
        }
        List<String> read = mend(word);
        if (mended.size() < MOST_REMEMBERED) {
            mended.put(word, read);
        }
        return read;
    }

    private List<String> mend(String word) {
        if (forms.elides()) {
            var elided = ELIDED.matcher(word);
            if (elided.find()) {
                String rest = word.substring(elided.end());
                if (rest.length() >= SpellingCorrector.SHORTEST) {
                    if (isKnown(rest)) {
                        return List.of(elided.group(), rest);
                    }
                    Optional<String> whole = spelling.correct(word);
                    Optional<String> part = spelling.correct(rest);
                    if (whole.isEmpty() && part.isPresent()) {
                        return List.of(elided.group(), part.get());
                    }
                }
            }
        }
        return spelling.correct(word).map(List::of).orElse(List.of(word));
    }

    private boolean isKnown(String word) {
        return vocabulary.contains(word) || forms.isWord(word);
    }

    private void expand(List<String> words, int sentence, List<Token> expansions, Set<String> pages) {
        for (int i = 0; i < words.size(); ) {
            Optional<Lexicon.Form> form = lexicon.at(words, i);
            if (form.isEmpty() || form.get().entry().kind().replaces()) {
                i++;
                continue;
            }
            LexiconEntry entry = form.get().entry();
            for (String word : Words.of(entry.means())) {
                if (!words.contains(word)) {
                    expansions.add(token(word, sentence, ADDED_WEIGHT));
                }
            }
            entry.leadsTo().filter(target -> target.contains("/")).ifPresent(pages::add);
            i += form.get().words().size();
        }
    }

    private Token token(String form, int sentence, double weight) {
        return new Token(form, form, forms.stem(form), sentence, weight, isKnown(form));
    }
}

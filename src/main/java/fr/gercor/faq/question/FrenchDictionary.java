package fr.gercor.faq.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import morfologik.fsa.FSA;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;
import org.jspecify.annotations.Nullable;

/**
 * The French words and their lemmas, looked up without accents: patients leave them out. LanguageTool's Morfologik dictionary is an
 * automaton that is walked as it is, at each letter by all the spellings that fold to it, so that nothing needs to be made of its
 * 550,000 entries when the service starts.
 */
final class FrenchDictionary {

    private static final String FOLDER = "/org/languagetool/resource/fr/";

    /** The letters that words of the dictionary are written with; what folds to the same letter is tried at its place. */
    private static final int LAST_LETTER = '\u0180';

    private static final int NO_ARC = 0;

    /** Lemmas that win over others of the same form, because they are what is nearly always meant. */
    private static final Map<String, String> PREFERRED = Map.ofEntries(
            Map.entry("suis", "etre"),
            Map.entry("est", "etre"),
            Map.entry("sommes", "etre"),
            Map.entry("fut", "etre"),
            Map.entry("as", "avoir"),
            Map.entry("avions", "avoir"),
            Map.entry("vais", "aller"),
            Map.entry("va", "aller"),
            Map.entry("peut", "pouvoir"),
            Map.entry("peux", "pouvoir"),
            Map.entry("puis", "pouvoir"),
            Map.entry("dois", "devoir"),
            Map.entry("doit", "devoir"),
            Map.entry("fais", "faire"),
            Map.entry("fait", "faire"),
            Map.entry("font", "faire"),
            Map.entry("dit", "dire"),
            Map.entry("pris", "prendre"),
            Map.entry("mis", "mettre"),
            Map.entry("vu", "voir"),
            Map.entry("vue", "voir"),
            Map.entry("bu", "boire"),
            Map.entry("sens", "sentir"),
            Map.entry("perds", "perdre"),
            Map.entry("perd", "perdre"),
            Map.entry("pas", "pas"),
            Map.entry("plus", "plus"));

    private static final FrenchDictionary SHARED = load();

    private final Dictionary dictionary;
    private final FSA automaton;
    private final byte separator;
    private final List<List<Spelling>> spellings;

    /**
     * One way to write what is folded.
     *
     * @param folded a letter, or two for a ligature
     * @param bytes as the automaton spells it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Spelling(String folded, byte[] bytes) {}

    private FrenchDictionary(Dictionary dictionary) {
        this.dictionary = dictionary;
        automaton = dictionary.fsa;
        separator = dictionary.metadata.getSeparator();
        spellings = spellings();
    }

    static FrenchDictionary shared() {
        return SHARED;
    }

    /** @param form in small letters, accents folded */
    boolean contains(String form) {
        return walk(form, 0, automaton.getRootNode(), spelled(form), 0, null);
    }

    /** The lemma of a form, both folded; a form with several has the noun's, then the adjective's, then the verb's. */
    Optional<String> lemma(String form) {
        String preferred = PREFERRED.get(form);
        if (preferred != null) {
            return Optional.of(preferred);
        }
        List<String> words = new ArrayList<>();
        walk(form, 0, automaton.getRootNode(), spelled(form), 0, words);
        Optional<String> best = Optional.empty();
        int bestRank = Integer.MAX_VALUE;
        for (String word : words) {
            for (WordData data : new DictionaryLookup(dictionary).lookup(word)) {
                CharSequence stem = data.getStem();
                String lemma = stem == null ? form : Folding.fold(stem.toString());
                int rank = rank(data.getTag(), form.equals(lemma));
                if (rank < bestRank) {
                    best = Optional.of(lemma);
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    /** Room for any spelling of a form: no letter of the dictionary takes more bytes than two. */
    private static byte[] spelled(String form) {
        return new byte[2 * form.length()];
    }

    /**
     * Follows a folded form through the automaton.
     *
     * @param spelled holds how the form is spelled up to here, in its first {@code length} bytes
     * @param words takes every word that folds to the form; without it the first that is found ends the walk
     * @return whether there is any
     */
    private boolean walk(String form, int from, int node, byte[] spelled, int length, @Nullable List<String> words) {
        if (from == form.length()) {
            boolean isWord = automaton.getArc(node, separator) != NO_ARC;
            if (isWord && words != null) {
                words.add(new String(spelled, 0, length, StandardCharsets.UTF_8));
            }
            return isWord;
        }
        char letter = form.charAt(from);
        boolean found = false;
        for (Spelling each : letter < LAST_LETTER ? spellings.get(letter) : List.<Spelling>of()) {
            int next = form.startsWith(each.folded(), from) ? follow(node, each.bytes()) : NO_ARC;
            if (next != NO_ARC) {
                System.arraycopy(each.bytes(), 0, spelled, length, each.bytes().length);
                int longer = length + each.bytes().length;
                found |= walk(form, from + each.folded().length(), next, spelled, longer, words);
                if (found && words == null) {
                    return true;
                }
            }
        }
        return found;
    }

    /** The node behind some bytes, or {@link #NO_ARC}. */
    private int follow(int node, byte[] bytes) {
        int at = node;
        for (byte each : bytes) {
            int arc = automaton.getArc(at, each);
            if (arc == NO_ARC || automaton.isArcTerminal(arc)) {
                return NO_ARC;
            }
            at = automaton.getEndNode(arc);
        }
        return at;
    }

    /** How what begins with a folded letter may be written in a word, at the place of that letter; ligatures last. */
    private static List<List<Spelling>> spellings() {
        List<List<Spelling>> spellings = new ArrayList<>();
        for (char letter = 0; letter < LAST_LETTER; letter++) {
            spellings.add(new ArrayList<>());
        }
        for (char letter = '!'; letter < LAST_LETTER; letter++) {
            String written = String.valueOf(letter);
            String folded = Folding.fold(written);
            if (!folded.isEmpty() && folded.length() <= 2 && folded.charAt(0) < LAST_LETTER) {
                spellings.get(folded.charAt(0)).add(new Spelling(folded, written.getBytes(StandardCharsets.UTF_8)));
            }
        }
        spellings.forEach(each ->
                each.sort(Comparator.comparing(spelling -> spelling.folded().length())));
        return spellings;
    }

    private static FrenchDictionary load() {
        try (InputStream dict = open("french.dict");
                InputStream info = open("french.info")) {
            return new FrenchDictionary(Dictionary.read(dict, info));
        } catch (IOException e) {
            throw new UncheckedIOException("The French dictionary can't be read", e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = FrenchDictionary.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("The French dictionary is not on the class path: " + FOLDER + name);
        }
        return in;
    }

    private static int rank(@Nullable CharSequence tag, boolean isItsOwnLemma) {
        char kind = tag == null || tag.isEmpty() ? ' ' : tag.charAt(0);
        int rank =
                switch (kind) {
                    case 'N' -> 0;
                    case 'J' -> 2;
                    case 'V' -> 4;
                    default -> 6;
                };
        return isItsOwnLemma ? rank : rank + 1;
    }
}

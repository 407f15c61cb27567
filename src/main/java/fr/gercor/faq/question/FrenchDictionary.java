package fr.gercor.faq.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * The French words and their lemmas, looked up without accents: patients leave them out. Made from LanguageTool's Morfologik
 * dictionary, kept as two sorted arrays (8 bytes of hash and 4 of lemma for each of some 400,000 forms).
 */
final class FrenchDictionary {

    private static final String FOLDER = "/org/languagetool/resource/fr/";

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

    private final long[] forms;
    private final int[] lemmaOf;
    private final String[] lemmas;

    private FrenchDictionary(long[] forms, int[] lemmaOf, String[] lemmas) {
        this.forms = forms;
        this.lemmaOf = lemmaOf;
        this.lemmas = lemmas;
    }

    static FrenchDictionary shared() {
        return SHARED;
    }

    /** @param form in small letters, accents folded */
    boolean contains(String form) {
        return Arrays.binarySearch(forms, hash(form)) >= 0;
    }

    /** The lemma of a form, both folded; a form with several has the noun's, then the adjective's, then the verb's. */
    Optional<String> lemma(String form) {
        String preferred = PREFERRED.get(form);
        if (preferred != null) {
            return Optional.of(preferred);
        }
        int place = Arrays.binarySearch(forms, hash(form));
        return place < 0 ? Optional.empty() : Optional.of(lemmas[lemmaOf[place]]);
    }

    private static FrenchDictionary load() {
        try (InputStream dict = open("french.dict");
                InputStream info = open("french.info")) {
            return index(Dictionary.read(dict, info));
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

    private record Entry(long form, int lemma, int rank) {}

    private static FrenchDictionary index(Dictionary dictionary) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> lemmas = new ArrayList<>();
        List<Entry> entries = new ArrayList<>(600_000);
        for (WordData word : new DictionaryLookup(dictionary)) {
            String form = Folding.fold(word.getWord().toString());
            CharSequence stem = word.getStem();
            String lemma = stem == null ? form : Folding.fold(stem.toString());
            int number = numbers.computeIfAbsent(lemma, each -> {
                lemmas.add(each);
                return lemmas.size() - 1;
            });
            entries.add(new Entry(hash(form), number, rank(word.getTag(), form.equals(lemma))));
        }
        entries.sort((a, b) -> a.form != b.form ? Long.compare(a.form, b.form) : Integer.compare(a.rank, b.rank));
        long[] forms = new long[entries.size()];
        int[] lemmaOf = new int[entries.size()];
        int count = 0;
        for (Entry entry : entries) {
            if (count == 0 || forms[count - 1] != entry.form) {
                forms[count] = entry.form;
                lemmaOf[count++] = entry.lemma;
            }
        }
        return new FrenchDictionary(
                Arrays.copyOf(forms, count), Arrays.copyOf(lemmaOf, count), lemmas.toArray(String[]::new));
    }

    private static int rank(@org.jspecify.annotations.Nullable CharSequence tag, boolean isItsOwnLemma) {
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

    /** FNV-1a in 64 bits: among 400,000 forms the chance of one collision is under one in ten million. */
    private static long hash(String form) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < form.length(); i++) {
            hash = (hash ^ form.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}

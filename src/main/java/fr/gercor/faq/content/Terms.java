package fr.gercor.faq.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the glossary, and where a section first uses each. */
public final class Terms {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Shorter words have no plural that could be told from another word. */
    private static final int SHORTEST_PLURAL = 4;

    /** The longest capitals that count as an acronym, which is never the word of the same letters. */
    private static final int LONGEST_ACRONYM = 5;

    /** Words that, one after the other, name a term. */
    private record Form(List<String> words, Term term) {}

    private record Word(String key, int start, int end) {}

    private final Map<String, List<Form>> formsByFirstWord = new HashMap<>();

    /** @param glossary whose names and synonyms are looked for */
    public Terms(List<Term> glossary) {
        for (Term term : glossary) {
            add(term.name(), term);
            term.synonyms().forEach(synonym -> add(synonym, term));
        }
        formsByFirstWord
                .values()
                .forEach(forms -> forms.sort(
                        Comparator.comparingInt((Form form) -> form.words().size())
                                .reversed()));
    }

    /** Where the glossary explains a term. */
    public static String address(Term term) {
        return "/glossaire#" + anchor(term);
    }

    /** The name of a term in addresses: its letters without accents, and figures. */
    public static String anchor(Term term) {
        String plain = Normalizer.normalize(term.name(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** The first mention of each term in {@code section}; those that {@code page} itself explains are left out. */
    public List<Mention> in(Section section, String page) {
        List<Mention> mentions = new ArrayList<>();
        Set<Term> used = new HashSet<>();
        List<Block> blocks = section.blocks();
        for (int block = 0; block < blocks.size(); block++) {
            for (int line = 0; line < blocks.get(block).lines().size(); line++) {
                int offset = 0;
                for (Run run : blocks.get(block).lines().get(line).runs()) {
                    if (run.link().isEmpty()) {
                        for (Found found : find(run.text())) {
                            Term term = found.form().term();
                            boolean ownSubject =
                                    term.page().filter(page::equals).isPresent();
                            if (!ownSubject && used.add(term)) {
                                mentions.add(new Mention(
                                        term,
                                        address(term),
                                        new Quote.Extent(block, line, offset + found.start(), offset + found.end())));
                            }
                        }
                    }
                    offset += run.text().length();
                }
            }
        }
        return mentions;
    }

    /** The terms that a text uses, in order, each once. */
    public List<Term> in(String text) {
        return find(text).stream().map(found -> found.form().term()).distinct().toList();
    }

    private record Found(Form form, int start, int end) {}

    private List<Found> find(String text) {
        List<Word> words = words(text);
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int here = at;
            at++;
            for (Form form : formsByFirstWord.getOrDefault(words.get(here).key(), List.of())) {
                int end = here + form.words().size();
                if (end <= words.size()
                        && words.subList(here, end).stream()
                                .map(Word::key)
                                .toList()
                                .equals(form.words())
                        && isOneName(text, words.subList(here, end))) {
                    found.add(new Found(
                            form, words.get(here).start(), words.get(end - 1).end()));
                    at = end;
                    break;
                }
            }
        }
        return found;
    }

    /** Whether no more than one sign stands between one word and the next. */
    private static boolean isOneName(String text, List<Word> words) {
        for (int i = 1; i < words.size(); i++) {
            int from = words.get(i - 1).end();
            int to = words.get(i).start();
            if (to - from > 1 || ".,;:!?".indexOf(text.charAt(from)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void add(String name, Term term) {
        List<String> words = words(name).stream().map(Word::key).toList();
        if (!words.isEmpty()) {
            formsByFirstWord
                    .computeIfAbsent(words.getFirst(), ignored -> new ArrayList<>())
                    .add(new Form(words, term));
        }
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(key(matcher.group()), matcher.start(), matcher.end()));
        }
        return words;
    }

    /** The same for a word at the head of a sentence and for its plural, but not for an acronym and a word. */
    private static String key(String word) {
        boolean acronym = word.length() > 1
                && word.length() <= LONGEST_ACRONYM
                && word.equals(word.toUpperCase(Locale.FRENCH))
                && word.chars().anyMatch(Character::isLetter);
        if (acronym) {
            return word;
        }
        String small = word.toLowerCase(Locale.FRENCH);
        boolean plural = small.length() > SHORTEST_PLURAL && (small.endsWith("s") || small.endsWith("x"));
        return plural ? small.substring(0, small.length() - 1) : small;
    }
}

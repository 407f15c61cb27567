package fr.gercor.faq.triage;

import fr.gercor.faq.question.Folding;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import fr.gercor.faq.question.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lists of words by which signs are written, numbered, and found in one pass over a message: what may begin at a word is
 * looked up by its form, stem, sound and beginnings, so that the time hardly grows with the number of rules.
 */
final class WordIndex {

    /** Shorter words are too often part of others, or forms of several. */
    private static final int SHORTEST_INFLECTED = 5;

    private static final int SHORTEST_SOUND = 3;

    private static final Pattern RANGE = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\.\\.(\\d+(?:[.,]\\d+)?)");

    private static final Pattern NAMED = Pattern.compile("\\{([^}]+)}");

    private final QuestionAnalyser analyser;
    private final Map<String, List<String>> named;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, List<Phrase>> byForm = new HashMap<>();
    private final Map<String, List<Phrase>> byStem = new HashMap<>();
    private final Map<String, List<Phrase>> bySound = new HashMap<>();
    private final Map<String, List<Phrase>> byBeginning = new HashMap<>();
    private final List<Phrase> byNumber = new ArrayList<>();
    private int longestBeginning;

    private record Phrase(int list, List<Word> words) {}

    /**
     * @param analyser that reads messages
     * @param named the lists by their names
     */
    WordIndex(QuestionAnalyser analyser, Map<String, List<String>> named) {
        this.analyser = analyser;
        this.named = named;
    }

    /** The number of a named list. */
    int list(String name) {
        Integer number = numbers.get("{" + name + "}");
        if (number != null) {
            return number;
        }
        int next = numbers.size();
        numbers.put("{" + name + "}", next);
        Set<String> entries = new LinkedHashSet<>();
        gather(name, entries, new LinkedHashSet<>());
        entries.forEach(entry -> add(entry, next));
        return next;
    }

    /** The number of a list of one phrase. */
    int phrase(String written) {
        Integer number = numbers.get(written);
        if (number != null) {
            return number;
        }
        int next = numbers.size();
        numbers.put(written, next);
        add(written, next);
        return next;
    }

    int size() {
        return numbers.size();
    }

    private void gather(String name, Set<String> entries, Set<String> seen) {
        List<String> list = named.get(name);
        if (list == null) {
            throw new IllegalArgumentException("There is no list of words {" + name + "}");
        }
        if (!seen.add(name)) {
            return;
        }
        for (String entry : list) {
            Matcher inner = NAMED.matcher(entry);
            if (inner.find()) {
                Set<String> others = new LinkedHashSet<>();
                gather(inner.group(1), others, new LinkedHashSet<>(seen));
                String before = entry.substring(0, inner.start());
                String after = entry.substring(inner.end());
                others.forEach(other -> entries.add(before + other + after));
            } else {
                entries.add(entry);
            }
        }
    }

    private void add(String written, int list) {
        Set<List<Word>> readings = new LinkedHashSet<>();
        readings.add(words(written, false));
        readings.add(words(written, true));
        readings.stream().filter(words -> !words.isEmpty()).forEach(words -> add(new Phrase(list, words)));
    }

    /** @param analysed whether the words are read as those of a message are: what the lexicon replaces is replaced */
    private List<Word> words(String written, boolean analysed) {
        List<Word> words = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (String part : written.split("\\s+")) {
            Matcher range = RANGE.matcher(part);
            boolean exact = part.startsWith("=");
            if (!range.matches() && !exact && !part.endsWith("*")) {
                plain.append(part).append(' ');
                continue;
            }
            plain(plain, analysed, words);
            if (range.matches()) {
                words.add(new Word.Range(number(range.group(1)), number(range.group(2))));
            } else if (exact) {
                words.add(new Word.Exact(Folding.fold(part.substring(1))));
            } else {
                words.add(new Word.Beginning(Folding.fold(part.substring(0, part.length() - 1))));
            }
        }
        plain(plain, analysed, words);
        return words;
    }

    private void plain(StringBuilder text, boolean analysed, List<Word> words) {
        if (analysed) {
            analyser.analyse(text.toString()).tokens().forEach(token -> words.add(word(token)));
        } else {
            Words.of(text.toString()).forEach(form -> words.add(word(form)));
        }
        text.setLength(0);
    }

    private Word word(String form) {
        return analyser.analyse(form).tokens().stream()
                .filter(token -> token.form().equals(form))
                .findFirst()
                .map(this::word)
                .orElse(new Word.Exact(form));
    }

    private Word word(Token token) {
        if (token.form().length() < SHORTEST_INFLECTED || !Character.isLetter(token.form().charAt(0))) {
            return new Word.Exact(token.form());
        }
        return new Word.Inflected(token.form(), token.stem(), sound(token.form()));
    }

    private String sound(String form) {
        String sound = analyser.sound(form);
        return sound.length() < SHORTEST_SOUND ? "" : sound;
    }

    private static double number(String written) {
        return Double.parseDouble(written.replace(',', '.'));
    }

    private void add(Phrase phrase) {
        switch (phrase.words().getFirst()) {
            case Word.Exact exact -> put(byForm, exact.form(), phrase);
            case Word.Inflected word -> {
                put(byForm, word.form(), phrase);
                put(byStem, word.stem(), phrase);
                if (!word.sound().isEmpty()) {
                    put(bySound, word.sound(), phrase);
                }
            }
            case Word.Beginning beginning -> {
                put(byBeginning, beginning.form(), phrase);
                longestBeginning = Math.max(longestBeginning, beginning.form().length());
            }
            case Word.Range ignored -> byNumber.add(phrase);
        }
    }

    private static void put(Map<String, List<Phrase>> map, String key, Phrase phrase) {
        map.computeIfAbsent(key, ignored -> new ArrayList<>()).add(phrase);
    }

    /** What of the lists stands in a message. */
    Findings find(List<Token> tokens) {
        String[] sounds = new String[tokens.size()];
        for (int i = 0; i < sounds.length; i++) {
            Token token = tokens.get(i);
            sounds[i] = token.known() || !Character.isLetter(token.form().charAt(0)) ? "" : sound(token.form());
        }
        Findings findings = new Findings(numbers.size(), tokens);
        for (int i = 0; i < sounds.length; i++) {
            Token token = tokens.get(i);
            match(byForm.get(token.form()), tokens, sounds, i, findings);
            match(byStem.get(token.stem()), tokens, sounds, i, findings);
            if (!sounds[i].isEmpty()) {
                match(bySound.get(sounds[i]), tokens, sounds, i, findings);
            }
            int most = Math.min(longestBeginning, token.form().length());
            for (int length = 1; length <= most; length++) {
                match(byBeginning.get(token.form().substring(0, length)), tokens, sounds, i, findings);
            }
            if (Character.isDigit(token.form().charAt(0))) {
                match(byNumber, tokens, sounds, i, findings);
            }
        }
        return findings;
    }

    private static void match(
            @org.jspecify.annotations.Nullable List<Phrase> phrases,
            List<Token> tokens,
            String[] sounds,
            int from,
            Findings findings) {
        if (phrases == null) {
            return;
        }
        for (Phrase phrase : phrases) {
            int to = from + phrase.words().size() - 1;
            if (to < sounds.length && stands(phrase, tokens, sounds, from)) {
                findings.add(phrase.list(), new Span(from, to));
            }
        }
    }

    private static boolean stands(Phrase phrase, List<Token> tokens, String[] sounds, int from) {
        int sentence = tokens.get(from).sentence();
        for (int i = 0; i < phrase.words().size(); i++) {
            Token token = tokens.get(from + i);
            if (token.sentence() != sentence || !phrase.words().get(i).matches(token, sounds[from + i])) {
                return false;
            }
        }
        return true;
    }
}

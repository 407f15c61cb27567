package fr.gercor.faq.triage;

import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.question.Folding;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import fr.gercor.faq.question.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lists of words by which signs are written, numbered, and found in one pass over a message.
 */
final class WordIndex {

    /** Shorter words are too often part of others, or forms of several. */
    private static final int SHORTEST_INFLECTED = 5;

    private static final int SHORTEST_SOUND = 3;

    private static final int MOST_REMEMBERED = 20_000;

    private static final Pattern RANGE = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\.\\.(\\d+(?:[.,]\\d+)?)");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Pattern NAMED = Pattern.compile("\\{([^}]+)}");

    private final QuestionAnalyser analyser;
    private final Map<String, List<String>> named;
    private final Map<String, Token> spellings = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, List<Word>> words = new HashMap<>();
    private final WordTree tree = new WordTree();
    private final Map<String, String> sounds = new ConcurrentHashMap<>();

    /**
     * @param analyser that reads messages
     * @param rules whose lists and spellings are used
     */
    WordIndex(QuestionAnalyser analyser, RuleBook rules) {
        this.analyser = analyser;
        this.named = rules.words();
        rules.spellings().forEach((written, read) -> {
            List<Token> tokens = analyser.read(read).tokens();
            if (tokens.size() == 1) {
                spellings.put(Folding.fold(written), tokens.getFirst());
            }
        });
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

    private void gather(String name, Set<String> entries, Set<String> open) {
        List<String> list = named.get(name);
        if (list == null) {
            throw new IllegalArgumentException("There is no list of words {" + name + "}");
        }
        if (open.add(name)) {
            list.forEach(entry -> expand(entry, entries, open));
            open.remove(name);
        }
    }

    /** An entry that names other lists stands for as many phrases as their words make. */
    private void expand(String entry, Set<String> entries, Set<String> open) {
        Matcher inner = NAMED.matcher(entry);
        if (!inner.find()) {
            entries.add(entry);
            return;
        }
        Set<String> others = new LinkedHashSet<>();
        gather(inner.group(1), others, open);
        String before = entry.substring(0, inner.start());
        String after = entry.substring(inner.end());
        others.forEach(other -> expand(before + other + after, entries, open));
    }

    private void add(String written, int list) {
        List<Word> phrase = new ArrayList<>();
        for (String part : SPACES.split(written)) {
            phrase.addAll(words.computeIfAbsent(part, this::words));
        }
        if (!phrase.isEmpty()) {
            tree.add(phrase, list);
        }
    }

    private List<Word> words(String part) {
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            return List.of(new Word.Range(number(range.group(1)), number(range.group(2))));
        }
        if (part.startsWith("=")) {
            return List.of(new Word.Exact(Folding.fold(part.substring(1))));
        }
        if (part.endsWith("*")) {
            return List.of(new Word.Beginning(Folding.fold(part.substring(0, part.length() - 1))));
        }
        return Words.of(part).stream().map(this::word).toList();
    }

    private Word word(String form) {
        return Optional.ofNullable(spellings.get(form))
                .or(() -> analyser.word(form))
                .map(this::word)
                .orElse(new Word.Exact(form));
    }

    private Word word(Token token) {
        if (token.form().length() < SHORTEST_INFLECTED
                || !Character.isLetter(token.form().charAt(0))) {
            return new Word.Exact(token.form());
        }
        return new Word.Inflected(token.form(), token.stem(), sound(token.form()));
    }

    private String sound(String form) {
        String known = sounds.get(form);
        if (known != null) {
            return known;
        }
        String sound = analyser.sound(form);
        String kept = sound.length() < SHORTEST_SOUND ? "" : sound;
        if (sounds.size() < MOST_REMEMBERED) {
            sounds.put(form, kept);
        }
        return kept;
    }

    private static double number(String written) {
        return Double.parseDouble(written.replace(',', '.'));
    }

    /** What of the lists stands in a message. */
    Findings find(Question question) {
        List<Token> tokens = spelled(question.tokens());
        String[] typed = typed(question);
        String[] heard = new String[tokens.size()];
        for (int i = 0; i < heard.length; i++) {
            Token token = tokens.get(i);
            boolean strange = !token.known() || !typed[i].equals(token.form());
            heard[i] = strange && Character.isLetter(typed[i].charAt(0)) ? sound(typed[i]) : "";
        }
        Findings findings = new Findings(numbers.size(), tokens);
        for (int i = 0; i < heard.length; i++) {
            tree.find(new WordTree.Said(tokens, typed, heard), i, findings);
        }
        return findings;
    }

    /** The words as they were typed: spelling may have been mended into a word that was not meant. */
    private static String[] typed(Question question) {
        Map<String, String> typedAs = new HashMap<>();
        question.corrections().forEach(each -> typedAs.putIfAbsent(each.read(), each.typed()));
        return question.tokens().stream()
                .map(token -> typedAs.getOrDefault(token.form(), token.form()))
                .toArray(String[]::new);
    }

    private List<Token> spelled(List<Token> tokens) {
        List<Token> read = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            Token as = spellings.get(token.form());
            read.add(
                    as == null
                            ? token
                            : new Token(token.surface(), as.form(), as.stem(), token.sentence(), token.weight(), true));
        }
        return read;
    }
}

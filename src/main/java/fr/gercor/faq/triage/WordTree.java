package fr.gercor.faq.triage;

import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Phrases that share their first words, so that a message is compared with all of them at once: from one word to the next by a few
 * look-ups, whatever the number of phrases.
 */
final class WordTree {

    private final Set<Integer> ends = new HashSet<>();
    private final Map<String, WordTree> byForm = new HashMap<>();
    private final Map<String, WordTree> byStem = new HashMap<>();
    private final Map<String, WordTree> bySound = new HashMap<>();
    private final Map<String, WordTree> byBeginning = new HashMap<>();
    private final Map<Word.Range, WordTree> byRange = new HashMap<>();

    /** Adds a phrase of the list numbered {@code list}. */
    void add(List<Word> phrase, int list) {
        if (phrase.isEmpty()) {
            ends.add(list);
            return;
        }
        List<Word> rest = phrase.subList(1, phrase.size());
        switch (phrase.getFirst()) {
            case Word.Exact word -> next(byForm, word.form()).add(rest, list);
            case Word.Inflected word -> {
                next(byForm, word.form()).add(rest, list);
                next(byStem, word.stem()).add(rest, list);
                if (!word.sound().isEmpty()) {
                    next(bySound, word.sound()).add(rest, list);
                }
            }
            case Word.Beginning word -> next(byBeginning, word.form()).add(rest, list);
            case Word.Range word -> next(byRange, word).add(rest, list);
        }
    }

    private static <K> WordTree next(Map<K, WordTree> map, K key) {
        return map.computeIfAbsent(key, ignored -> new WordTree());
    }

    /**
     * The words of a message.
     *
     * @param tokens as they are understood
     * @param typed as they were typed
     * @param heard how those sound that nobody knows; empty for the others
     */
    record Said(List<Token> tokens, String[] typed, String[] heard) {}

    /** Adds to {@code findings} every phrase that begins at {@code from}. */
    void find(Said said, int from, Findings findings) {
        walk(said, from, from, findings);
    }

    private void walk(Said said, int from, int place, Findings findings) {
        for (int list : ends) {
            findings.add(list, new Span(from, place - 1));
        }
        List<Token> tokens = said.tokens();
        if (place >= tokens.size()
                || tokens.get(place).sentence() != tokens.get(from).sentence()) {
            return;
        }
        for (WordTree tree : after(tokens.get(place), said.typed()[place], said.heard()[place])) {
            tree.walk(said, from, place + 1, findings);
        }
    }

    private List<WordTree> after(Token token, String typed, String heard) {
        List<WordTree> trees = new ArrayList<>(2);
        String form = token.form();
        add(trees, byForm.get(form));
        add(trees, byStem.get(token.stem()));
        if (!typed.equals(form)) {
            add(trees, byForm.get(typed));
        }
        if (!heard.isEmpty()) {
            add(trees, bySound.get(heard));
        }
        if (!byBeginning.isEmpty()) {
            for (int length = 1; length <= form.length(); length++) {
                add(trees, byBeginning.get(form.substring(0, length)));
            }
        }
        if (!byRange.isEmpty() && Character.isDigit(form.charAt(0))) {
            double value = Double.parseDouble(form.replace(',', '.'));
            byRange.forEach((range, tree) -> {
                if (range.holds(value)) {
                    trees.add(tree);
                }
            });
        }
        return trees;
    }

    private static void add(List<WordTree> trees, @Nullable WordTree tree) {
        if (tree != null) {
            trees.add(tree);
        }
    }
}

package fr.gercor.faq.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import morfologik.fsa.FSA;
import morfologik.stemming.Dictionary;

/**
 * What LanguageTool's dictionary knows a word as: a name, or a common word. Words are looked up without accents, for patients leave
 * them out, by a walk over the automaton that tries each letter with all of its accents.
 */
final class FrenchWords {

    static final int NOUN = 1;
    static final int ADJECTIVE = 1 << 1;
    static final int PARTICIPLE = 1 << 2;
    static final int VERB = 1 << 3;
    static final int FUNCTION = 1 << 4;
    static final int FIRST_NAME = 1 << 5;
    static final int OTHER_NAME = 1 << 6;
    static final int LOOKED_UP = 1 << 7;
    static final int COMMON = NOUN | ADJECTIVE | PARTICIPLE | VERB | FUNCTION;
    static final int PROPER = FIRST_NAME | OTHER_NAME;

    private static final String FOLDER = "/org/languagetool/resource/fr/";
    private static final byte SEPARATOR = '_';

    /** Longer ones are no words: nothing is gained by walking. */
    private static final int LONGEST = 30;

    private static final Map<Character, String> ACCENTED =
            Map.of('a', "àâä", 'c', "ç", 'e', "éèêë", 'i', "îï", 'n', "ñ", 'o', "ôö", 'u', "ùûü", 'y', "ÿ");
    private static final Map<Character, String> ACCENTED_CAPITALS =
            Map.of('A', "ÀÂÄ", 'C', "Ç", 'E', "ÉÈÊË", 'I', "ÎÏ", 'O', "ÔÖ", 'U', "ÙÛÜ");

    private final FSA automaton;

    private FrenchWords(FSA automaton) {
        this.automaton = automaton;
    }

    /** Reads the dictionary from the class path. */
    static FrenchWords load() {
        try (InputStream dict = open("french.dict");
                InputStream info = open("french.info")) {
            return new FrenchWords(Dictionary.read(dict, info).fsa);
        } catch (IOException e) {
            throw new UncheckedIOException("The French dictionary can't be read", e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = FrenchWords.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("The French dictionary is not on the class path: " + FOLDER + name);
        }
        return in;
    }

    /**
     * What a word is known as, over all accents it may have been written without; 0 where it isn't known.
     *
     * @param form folded
     */
    int readings(String form) {
        if (form.isEmpty() || form.length() > LONGEST) {
            return 0;
        }
        int root = automaton.getRootNode();
        char first = Character.toUpperCase(form.charAt(0));
        int found = walk(root, form, 0) | step(root, String.valueOf(first), form, 1);
        for (char accented : ACCENTED_CAPITALS.getOrDefault(first, "").toCharArray()) {
            found |= step(root, String.valueOf(accented), form, 1);
        }
        return found;
    }

    private int walk(int node, String form, int at) {
        if (at == form.length()) {
            int arc = automaton.getArc(node, SEPARATOR);
            return arc == 0 || automaton.isArcTerminal(arc) ? 0 : tags(automaton.getEndNode(arc));
        }
        char letter = form.charAt(at);
        int found = step(node, String.valueOf(letter), form, at + 1);
        for (char accented : ACCENTED.getOrDefault(letter, "").toCharArray()) {
            found |= step(node, String.valueOf(accented), form, at + 1);
        }
        if (letter == 'o' && form.startsWith("oe", at)) {
            found |= step(node, "œ", form, at + 2);
        }
        return found;
    }

    private int step(int node, String letter, String form, int next) {
        int reached = node;
        for (byte part : letter.getBytes(StandardCharsets.UTF_8)) {
            int arc = automaton.getArc(reached, part);
            if (arc == 0 || automaton.isArcTerminal(arc)) {
                return 0;
            }
            reached = automaton.getEndNode(arc);
        }
        return walk(reached, form, next);
    }

    /** The readings of all tags below a node: each is what turns the form into its lemma, a separator, and the tag. */
    private int tags(int node) {
        int found = 0;
        for (ByteBuffer rest : automaton.getSequences(node)) {
            String tag = StandardCharsets.UTF_8.decode(rest).toString();
            found |= reading(tag.substring(tag.indexOf(SEPARATOR) + 1));
        }
        return found;
    }

    private static int reading(String tag) {
        return switch (tag.charAt(0)) {
            case 'N' -> NOUN;
            case 'J' -> ADJECTIVE;
            case 'V' -> tag.startsWith("V pp") ? PARTICIPLE : VERB;
            case 'Z' -> tag.startsWith("Z m") || tag.startsWith("Z f") ? FIRST_NAME : OTHER_NAME;
            default -> FUNCTION;
        };
    }
}

package fr.gercor.faq.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/**
 * Where the sentences of a French text begin and end: OpenNLP's French model, mended where it is known to cut too much (after an
 * abbreviation, inside guillemets, before a small letter) or too little (after a question mark).
 *
 * <p>Not safe for several threads at once, like the model's detector.
 */
public final class SentenceSplitter {

    private static final String MODEL = "/opennlp-fr-ud-gsd-sentence-1.3-2.5.4.bin";

    /** Words that end in a full stop without ending a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "drs", "pr", "prs", "m", "mm", "mme", "mlle", "env", "ex", "p", "pp", "cf", "etc", "art", "fig",
            "tél", "vol", "éd", "min", "max", "n", "no", "al", "st", "ste", "av", "bd", "hab", "approx", "resp");

    private static final Pattern END_WITHIN = Pattern.compile("(?<=[.!?…])\\s+(?=[\\p{Lu}«])");

    private static final SentenceModel SHARED = model();

    private final SentenceDetectorME detector = new SentenceDetectorME(SHARED);

    /**
     * @param start the first character of a sentence
     * @param end the character after its last, spaces left out
     */
    public record Range(int start, int end) {}

    /** The sentences of {@code text}, in reading order; together they hold all of it but the spaces between. */
    public List<Range> split(String text) {
        List<Range> pieces = new ArrayList<>();
        for (Span span : detector.sentPosDetect(text)) {
            splitWithin(text, span.getStart(), span.getEnd(), pieces);
        }
        List<Range> sentences = new ArrayList<>();
        for (Range piece : pieces) {
            if (!sentences.isEmpty() && continues(text, sentences.getLast(), piece)) {
                Range before = sentences.removeLast();
                sentences.add(new Range(before.start(), piece.end()));
            } else {
                sentences.add(piece);
            }
        }
        return sentences;
    }

    private static void splitWithin(String text, int start, int end, List<Range> pieces) {
        var matcher = END_WITHIN.matcher(text).region(start, end);
        int from = start;
        while (matcher.find()) {
            pieces.add(new Range(from, matcher.start()));
            from = matcher.end();
        }
        pieces.add(new Range(from, end));
    }

    private static boolean continues(String text, Range before, Range next) {
        char first = text.charAt(next.start());
        if (Character.isLowerCase(first) || first == '»' || first == ')' || first == ':' || first == ';') {
            return true;
        }
        char last = text.charAt(before.end() - 1);
        if (last != '.' && last != '!' && last != '?' && last != '…' && last != '»' && last != ')') {
            return true;
        }
        return opensMoreThanItCloses(text, before) || endsInAbbreviation(text, before);
    }

    private static boolean opensMoreThanItCloses(String text, Range range) {
        int depth = 0;
        for (int i = range.start(); i < range.end(); i++) {
            switch (text.charAt(i)) {
                case '«', '(' -> depth++;
                case '»', ')' -> depth--;
                default -> {}
            }
        }
        return depth > 0;
    }

    private static boolean endsInAbbreviation(String text, Range range) {
        if (text.charAt(range.end() - 1) != '.') {
            return false;
        }
        int from = range.end() - 1;
        while (from > range.start() && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, range.end() - 1);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        boolean unfinished = !word.equals("etc") && ABBREVIATIONS.contains(word.toLowerCase(java.util.Locale.FRENCH));
        return initial || unfinished;
    }

    private static SentenceModel model() {
        try (InputStream in = SentenceSplitter.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("OpenNLP's French sentence model is not on the class path: " + MODEL);
            }
            return new SentenceModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("OpenNLP's French sentence model can't be read", e);
        }
    }
}

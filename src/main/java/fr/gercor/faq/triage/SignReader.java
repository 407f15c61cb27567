package fr.gercor.faq.triage;

import fr.gercor.faq.triage.Sign.Part;
import fr.gercor.faq.triage.Sign.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads signs as they are written in {@code intents/}; {@code intents/README.md} says how. */
final class SignReader {

    private static final Pattern PIECE = Pattern.compile("«([^»]+)»|!?\\{[^}]+}|\\S+");

    private final WordIndex index;

    SignReader(WordIndex index) {
        this.index = index;
    }

    List<Sign> signs(List<String> written) {
        return written.stream().map(this::sign).toList();
    }

    /**
     * The sign that is written.
     *
     * @throws IllegalArgumentException if a list that it names is not there, or a row has no words
     */
    Sign sign(String written) {
        List<Row> rows = new ArrayList<>();
        List<Row> anywhere = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        boolean far = false;
        boolean wholeMessage = false;
        Matcher piece = PIECE.matcher(written.strip());
        while (piece.find()) {
            String text = piece.group();
            if (text.equals("+") || text.equals("++")) {
                (wholeMessage ? anywhere : rows).add(row(parts, written));
                parts = new ArrayList<>();
                wholeMessage = text.equals("++");
                far = false;
            } else if (text.equals("...") || text.equals("…")) {
                far = true;
            } else if (text.startsWith("!") && !parts.isEmpty()) {
                Part last = parts.removeLast();
                parts.add(new Part(last.list(), last.gap(), list(text.substring(1))));
            } else {
                String words = piece.group(1) == null ? text : piece.group(1);
                parts.add(new Part(list(words), far ? Sign.FAR : Sign.NEAR, -1));
                far = false;
            }
        }
        (wholeMessage ? anywhere : rows).add(row(parts, written));
        return new Sign(rows, anywhere, far);
    }

    private static Row row(List<Part> parts, String written) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("The sign has a part without words: " + written);
        }
        return new Row(List.copyOf(parts));
    }

    private int list(String words) {
        return words.startsWith("{") && words.endsWith("}")
                ? index.list(words.substring(1, words.length() - 1))
                : index.phrase(words);
    }
}

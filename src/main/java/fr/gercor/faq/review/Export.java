package fr.gercor.faq.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A list as a file: masked as it is stored, written a few questions at a time, and harmless to whatever opens it. */
public final class Export {

    /** Excel reads a file without it as if every accent were two signs. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What spreadsheets take for the beginning of a formula, full-width forms too, or of a cell that hides one. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final ConversationLog log;
    private final JsonMapper json;

    Export(ConversationLog log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    /** What a file can be. */
    public enum Format {
        /** Comma-separated values as French spreadsheets read them: with semicolons. */
        CSV,
        /** A JSON object on each line. */
        JSON_LINES
    }

    /** Writes every question of a filter, newest first. */
    public void write(Filter filter, Format format, Writer out) throws IOException {
        try {
            switch (format) {
                case CSV -> {
                    out.write(BYTE_ORDER_MARK);
                    line(out, String.join(";", columns()));
                    log.each(filter, turn -> line(out, csv(turn)));
                }
                case JSON_LINES -> log.each(filter, turn -> line(out, json.writeValueAsString(values(turn))));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The names of the columns: a contract with whoever reads the files, so not translated. */
    private static List<String> columns() {
        return List.of(
                "at",
                "conversation",
                "seq",
                "text",
                "outcome",
                "intent",
                "page",
                "confidence",
                "urgency",
                "lang",
                "micros",
                "vote",
                "comment",
                "labels",
                "verdicts",
                "state");
    }

    private static Map<String, Object> values(LoggedTurn turn) {
        Map<String, Object> values = new LinkedHashMap<>();
        Object[] row = {
            turn.at().toString(),
            turn.conversation().toString(),
            turn.seq(),
            turn.text().orElse(""),
            turn.outcome(),
            turn.intent().orElse(""),
            turn.page().orElse(""),
            turn.confidence(),
            turn.urgency().orElse(""),
            turn.lang(),
            turn.micros(),
            turn.vote().orElse(""),
            turn.comment().orElse(""),
            turn.labels().stream().map(Label::getId).collect(Collectors.joining(" ")),
            turn.verdicts().stream().map(Rows::key).collect(Collectors.joining(" ")),
            turn.state().map(Rows::key).orElse("")
        };
        List<String> columns = columns();
        for (int i = 0; i < row.length; i++) {
            values.put(columns.get(i), row[i]);
        }
        return values;
    }

    private static String csv(LoggedTurn turn) {
        return values(turn).values().stream()
                .map(value -> value instanceof Number ? value.toString() : cell(value.toString()))
                .collect(Collectors.joining(";"));
    }

    /** A cell in quotes; an apostrophe before what a spreadsheet would calculate, even after spaces. */
    static String cell(String text) {
        int first = text.codePoints().dropWhile(Export::isUnseen).findFirst().orElse(' ');
        boolean formula = !text.isEmpty() && (FORMULA.indexOf(text.charAt(0)) >= 0 || FORMULA.indexOf(first) >= 0);
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    /** What a spreadsheet may skip on its way to a formula. */
    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static void line(Writer out, String line) {
        try {
            out.write(line);
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

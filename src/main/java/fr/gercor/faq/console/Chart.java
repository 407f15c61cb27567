package fr.gercor.faq.console;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A drawing with the table of what it shows.
 *
 * @param id its key in the message files and the name of its file
 * @param svg the drawing; empty where there is nothing to draw
 * @param headings of the table, the first of the row's name
 * @param rows of the table
 */
public record Chart(String id, String svg, List<String> headings, List<Row> rows) {

    /**
     * A row of the table.
     *
     * @param name of what the figures tell
     * @param address of the conversations behind; empty where there are none
     * @param figures one for each heading but the first
     */
    public record Row(String name, String address, List<String> figures) {}

    /** The table as lines of values, safe to open in a spreadsheet. */
    public String csv() {
        StringBuilder csv = new StringBuilder(line(headings));
        for (Row row : rows) {
            List<String> cells = new java.util.ArrayList<>(List.of(row.name()));
            cells.addAll(row.figures());
            csv.append(line(cells));
        }
        return csv.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Chart::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A cell that begins like a formula is a text to a spreadsheet once an apostrophe stands before it. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") && !text.matches("-?[0-9.,]+") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}

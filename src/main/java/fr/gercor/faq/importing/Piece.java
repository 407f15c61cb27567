package fr.gercor.faq.importing;

import java.util.List;

/** A part of an old page that is kept, in reading order. */
sealed interface Piece {

    /** The line of the old file on which it begins, from 1; 0 where the file has no lines. */
    int line();

    /** All that is read in it. */
    String text();

    /**
     * A heading.
     *
     * @param level 1 for the title of a page, deeper ones above
     */
    record Heading(int level, String text, int line) implements Piece {}

    /** A paragraph. */
    record Paragraph(String text, int line) implements Piece {}

    /**
     * A list.
     *
     * @param ordered whether it was numbered
     * @param items at least one
     */
    record Items(boolean ordered, List<String> items, int line) implements Piece {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String text() {
            return String.join(" ", items);
        }
    }

    /**
     * A table.
     *
     * @param rows of one width, the headers first
     */
    record Table(List<List<String>> rows, int line) implements Piece {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String text() {
            return String.join(" ", rows.stream().flatMap(List::stream).toList());
        }
    }
}

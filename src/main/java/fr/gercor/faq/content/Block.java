package fr.gercor.faq.content;

import java.util.ArrayList;
import java.util.List;

/** A paragraph, a list or a table. */
public sealed interface Block {

    /** The lines in reading order; their places here are what a {@link Quote.Extent} counts. */
    List<Line> lines();

    /**
     * A paragraph.
     *
     * @param line its text
     */
    record Paragraph(Line line) implements Block {
        @Override
        public List<Line> lines() {
            return List.of(line);
        }
    }

    /**
     * A list, with bullets or numbers.
     *
     * @param ordered whether it is numbered
     * @param items one line each
     */
    record Items(boolean ordered, List<Line> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public List<Line> lines() {
            return items;
        }
    }

    /**
     * A table with one row of headers.
     *
     * @param headers of the columns
     * @param rows each as wide as the headers
     */
    record Table(List<Line> headers, List<List<Line>> rows) implements Block {
        public Table {
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public List<Line> lines() {
            List<Line> lines = new ArrayList<>(headers);
            rows.forEach(lines::addAll);
            return lines;
        }
    }
}

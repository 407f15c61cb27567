package fr.gercor.faq.content;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of rich text: a paragraph, an item of a list, or a cell.
 *
 * @param runs in reading order
 */
public record Line(List<Run> runs) {

    public Line {
        runs = List.copyOf(runs);
    }

    /** The plain text, as a reader reads it. */
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}

package fr.gercor.faq.content;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A headed part of a page, which answers one question.
 *
 * @param anchor its name in addresses, unique in the page and never changed
 * @param heading as it is read
 * @param blocks its paragraphs, lists and tables
 * @param line the line of the file on which its heading stands
 */
public record Section(String anchor, String heading, List<Block> blocks, int line) {

    /** The anchor of what stands above the first heading. */
    public static final String INTRODUCTION = "introduction";

    /** The anchor of the three lines to remember. */
    public static final String TO_REMEMBER = "a-retenir";

    public Section {
        blocks = List.copyOf(blocks);
    }

    /** The plain text, a line per paragraph, item or cell. */
    public String text() {
        return blocks.stream()
                .flatMap(block -> block.lines().stream())
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }
}

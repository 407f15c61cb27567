package fr.gercor.faq.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Whole sentences of a page, a whole list with the sentence that introduces it, or a row of a table with its headers: what may
 * stand in an answer.
 *
 * @param page the id of the page
 * @param anchor of the section
 * @param extents where it stands in the section
 * @param text word for word, in Unicode's NFC; a new line between lines, {@value #CELL} between cells
 */
public record Quote(String page, String anchor, List<Extent> extents, String text) {

    /** What stands between two cells of a row. */
    public static final String CELL = " | ";

    /**
     * A stretch of one line of a section.
     *
     * @param block the place of the block in the section, from 0
     * @param line the place of the line in the block, from 0
     * @param start the first character, from 0
     * @param end the character after the last
     */
    public record Extent(int block, int line, int start, int end) {}

    public Quote {
        extents = List.copyOf(extents);
    }

    /** The SHA-256 of the text's UTF-8, in hexadecimal: how an address names the quote. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

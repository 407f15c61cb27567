package fr.gercor.faq.importing;

import java.util.regex.Pattern;

/** Writes plain text so that Markdown reads the same text back. */
final class MarkdownText {

    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>|]|&(?=#?\\w+;)");
    private static final Pattern BLOCK_SIGN = Pattern.compile("^([#>+=~-])");
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    private MarkdownText() {}

    /** A line that stands by itself. */
    static String line(String text) {
        String escaped = inline(text);
        escaped = BLOCK_SIGN.matcher(escaped).replaceFirst("\\\\$1");
        return NUMBER.matcher(escaped).replaceFirst("$1\\\\$2");
    }

    /** A stretch of a line. */
    static String inline(String text) {
        return SIGNS.matcher(text).replaceAll("\\\\$0");
    }

    /** A text between YAML's double quotes. */
    static String yaml(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}

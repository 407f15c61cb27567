package fr.gercor.faq.question;

import java.text.Normalizer;
import java.util.Locale;

/** Brings words that differ only in case, accents, ligatures or kinds of apostrophes to one form. */
public final class Folding {

    private Folding() {}

    /** Small letters, no accents, no ligatures, straight apostrophes, no invisible characters. */
    public static String fold(String text) {
        String small = text.toLowerCase(Locale.FRENCH);
        StringBuilder folded = new StringBuilder(small.length());
        boolean plain = small.chars().allMatch(c -> c < 0x80);
        String decomposed = plain ? small : Normalizer.normalize(small, Normalizer.Form.NFKD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (c) {
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                case 'ß' -> folded.append("ss");
                case '’', '‘', 'ʼ', '`', '´', '′' -> folded.append('\'');
                case '‐', '‑', '–', '—' -> folded.append('-');
                default -> {
                    int type = Character.getType(c);
                    boolean dropped = type == Character.NON_SPACING_MARK
                            || type == Character.FORMAT
                            || (type == Character.CONTROL && c != '\n' && c != '\t');
                    if (!dropped) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }
}

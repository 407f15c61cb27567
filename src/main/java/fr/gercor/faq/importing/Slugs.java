package fr.gercor.faq.importing;

import java.text.Normalizer;
import java.util.Locale;

/** Words as they stand in addresses: a-z, 0-9 and hyphens. Two lines with one slug are read as the same. */
final class Slugs {

    private Slugs() {}

    /** The slug of {@code text}; empty where it has no letter and no digit. */
    static String of(String text) {
        String small = text.toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return Normalizer.normalize(small, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}

package fr.gercor.faq.professional;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** How clinicians and protocols put things, as the file beside this class lists it, and texts folded so as to be compared to it. */
final class ClinicalWords {

    private static final String FILE = "/professional/words.properties";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** A comma is a word of its own: it joins names. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|,");

    private final Properties words = new Properties();

    ClinicalWords() {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(ClinicalWords.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The jar can't be read", e);
        }
    }

    /** The forms of a key, each as its words. */
    List<List<String>> forms(String key) {
        return texts(key).stream().map(ClinicalWords::of).toList();
    }

    /** The forms of a key. */
    List<String> texts(String key) {
        return List.of(text(key).split(","));
    }

    Pattern pattern(String key) {
        return Pattern.compile(text(key));
    }

    private String text(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    /** The words of a text, folded, commas among them. */
    static List<String> of(String text) {
        return WORD.matcher(folded(text)).results().map(found -> found.group()).toList();
    }

    /** A text in lower case, without accents and ligatures; « m² » is « m2 ». */
    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replace('’', '\'');
        return MARKS.matcher(plain).replaceAll("");
    }
}

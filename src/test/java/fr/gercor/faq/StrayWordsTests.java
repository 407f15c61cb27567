package fr.gercor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Words that readers see live in content/, intents/ and the message files, where whoever answers for them can find them all. This
 * finds the French sentence that strayed into Java, and any word that strayed into a template.
 */
class StrayWordsTests {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern SEVERAL_WORDS = Pattern.compile("\\p{L}[,;:.!?…]?\\s+\\p{L}");
    private static final Pattern FRENCH = Pattern.compile(
            "[àâçéèêëîïôùûœ]|(?:^|[ '’])(?:le|la|les|des|une|vous|votre|vos|nous|pour|avec|est|pas)(?: |$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Test
    void noFrenchSentenceStandsInJava() throws IOException {
        assertThat(strayIn("src/main/java", ".java", StrayWordsTests::sentences))
                .isEmpty();
    }

    @Test
    void noWordStandsInATemplate() throws IOException {
        assertThat(strayIn("src/main/resources/templates", ".html", StrayWordsTests::words))
                .isEmpty();
    }

    private interface Finder {
        List<String> find(String text);
    }

    private static List<String> strayIn(String folder, String suffix, Finder finder) throws IOException {
        List<String> stray = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<Path> read =
                    files.filter(file -> file.toString().endsWith(suffix)).toList();
            assertThat(read).as("files read in %s", folder).isNotEmpty();
            for (Path file : read) {
                finder.find(Files.readString(file)).forEach(found -> stray.add(file + ": " + found));
            }
        }
        return stray;
    }

    /** Single words are left alone: lists of them are how French is analysed. */
    private static List<String> sentences(String java) {
        return LITERAL.matcher(COMMENT.matcher(java).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(text -> SEVERAL_WORDS.matcher(text).find()
                        && FRENCH.matcher(text).find())
                .toList();
    }

    private static List<String> words(String template) {
        return Jsoup.parse(template).getAllElements().stream()
                .map(Element::ownText)
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .toList();
    }
}

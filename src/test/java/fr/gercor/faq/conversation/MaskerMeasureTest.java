package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.conversation.Marks.Kind;
import fr.gercor.faq.conversation.MaskedLines.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is masked of what must be, and of what must not, on lines made up at random: the same at every run. */
class MaskerMeasureTest {

    private static final int LINES = 1_500;
    private static final long SEED = 20_261_122;
    private static final Masker MASKER = new Masker();

    @ParameterizedTest
    @CsvSource({
        "EMAIL, 0.995",
        "PHONE, 0.995",
        "SOCIAL_SECURITY_NUMBER, 0.995",
        "BIRTH_DATE, 0.99",
        "ADDRESS, 0.99",
        "NAME, 0.985"
    })
    void masksNearlyAllOf(Kind kind, double floor) {
        MaskedLines lines = new MaskedLines(SEED);
        long masked = IntStream.range(0, LINES)
                .mapToObj(i -> lines.line(kind))
                .filter(line -> leaked(line).isEmpty())
                .count();

        assertThat(masked / (double) LINES).isGreaterThanOrEqualTo(floor);
    }

    @Test
    void leavesNearlyAllOfTheRest() {
        MaskedLines lines = new MaskedLines(SEED);
        long words = 0;
        long lost = 0;
        for (int i = 0; i < LINES; i++) {
            for (Kind kind : Kind.values()) {
                Line line = lines.line(kind);
                words += line.plain().size();
                lost += lost(line).size();
            }
            Line plain = lines.plain();
            assertThat(MASKER.mask(plain.text())).isEqualTo(plain.text());
        }

        assertThat(lost / (double) words).isLessThan(0.002);
    }

    /** The words that still stand in a masked line, and are not of those around the secret. */
    private static List<String> leaked(Line line) {
        List<String> left = visible(line);
        line.plain().forEach(left::remove);
        // « de » of « de Oliveira » tells nobody.
        left.removeIf(word -> word.equalsIgnoreCase("de"));
        return left;
    }

    private static List<String> lost(Line line) {
        List<String> missing = new ArrayList<>(line.plain());
        visible(line).forEach(missing::remove);
        return missing;
    }

    private static List<String> visible(Line line) {
        String masked = MASKER.mask(line.text()).replaceAll("\\[[^]]*]", " ");
        List<String> words = new ArrayList<>(Arrays.asList(masked.split("[^\\p{L}\\p{N}]+")));
        words.removeIf(String::isEmpty);
        return words;
    }
}

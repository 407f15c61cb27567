package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {

    private static final Masker MASKER = new Masker();

    @ParameterizedTest
    @CsvFileSource(
            resources = "/masking/masked.tsv",
            delimiter = '\t',
            quoteCharacter = '\0',
            maxCharsPerColumn = 2_000)
    void masks(String text, String expected) {
        assertThat(MASKER.mask(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/masking/untouched.tsv",
            delimiter = '\t',
            quoteCharacter = '\0',
            maxCharsPerColumn = 2_000)
    void leavesWhatTellsNobody(String text) {
        assertThat(MASKER.mask(text)).isEqualTo(text);
    }

    @Test
    void masksItsOwnWorkToTheSame() {
        String masked =
                MASKER.mask("Je m'appelle Jean Dupont, né le 12/05/1960, 12 rue des Lilas 75011 Paris, jean@free.fr");

        assertThat(MASKER.mask(masked)).isEqualTo(masked);
    }

    @Test
    void dropsWhatNoReaderSeesOrNoDatabaseHolds() {
        assertThat(MASKER.mask("bon\u0000jour \u202Etxet\u202C jean\u200B@free.fr \uD800 🌻"))
                .isEqualTo("bonjour txet [e-mail]  🌻");
    }

    @Test
    void knowsTheKeyOfASocialSecurityNumber() {
        assertThat(NumberSpotter.hasRightKey("185057800608491")).isTrue();
        assertThat(NumberSpotter.hasRightKey("185057800608490")).isFalse();
        assertThat(NumberSpotter.hasRightKey("2850" + "52A00608491".substring(0, 9) + "91"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "@",
                "1",
                "rue ",
                "06 ",
                "né ",
                "je m'appelle ",
                "zéro ",
                "- ",
                "12 rue de ",
                "mille ",
                "j.",
                "é",
                "Dr ",
                "\n",
                "🌻",
                "adresse ",
                "0,",
                "point "
            })
    void takesATimeInProportionToTheText(String part) {
        String text = part.repeat(2_000 / part.length() + 1).substring(0, 2_000);
        MASKER.mask(text);

        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            MASKER.mask(text);
            shortest = Math.min(shortest, System.nanoTime() - start);
        }

        assertThat(Duration.ofNanos(shortest)).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void takesAnyCharactersWhatever() {
        Random random = new Random(7);
        List<String> words = List.of(
                "06",
                "rue",
                "né",
                "le",
                "@",
                ".",
                "12",
                "mai",
                "Jean",
                "m'appelle",
                "Dr",
                "-",
                "75011",
                "zéro",
                "+33",
                "(",
                ")");
        for (int round = 0; round < 300; round++) {
            String salad = IntStream.range(0, 60)
                    .mapToObj(i -> random.nextInt(4) == 0
                            ? new String(Character.toChars(random.nextInt(0x2FFF) + 1))
                            : words.get(random.nextInt(words.size())))
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
            assertThat(MASKER.mask(salad)).isNotNull();
        }
    }
}

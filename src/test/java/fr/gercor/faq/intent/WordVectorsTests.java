package fr.gercor.faq.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordVectorsTests {

    /** Two ways of speaking of money, two of sleep; « mari » is said of either. */
    private static final WordVectors VECTORS = WordVectors.learn(List.of(
            group("payer seance", "tarif seance", "mari payer"),
            group("payer facture", "tarif facture", "mari tarif"),
            group("payer taxi", "tarif taxi", "mari payer taxi"),
            group("dormir nuit", "sommeil nuit", "mari dormir"),
            group("dormir reveil", "sommeil reveil", "mari sommeil"),
            group("dormir tisane", "sommeil tisane", "mari dormir tisane")));

    private static List<List<String>> group(String... texts) {
        return List.of(texts).stream().map(text -> List.of(text.split(" "))).toList();
    }

    private static double cosine(String one, String other) {
        return WordVectors.cosine(VECTORS.of(List.of(one.split(" "))), VECTORS.of(List.of(other.split(" "))));
    }

    @Test
    void bringsWordsTogetherThatStandForOneAnotherThoughNoTextHoldsBoth() {
        assertThat(cosine("payer", "tarif")).isGreaterThan(0.8);
        assertThat(cosine("payer", "sommeil")).isLessThan(0.3);
    }

    @Test
    void keepsAWordItNeverSawNearItselfAlone() {
        assertThat(cosine("piscine", "piscine")).isCloseTo(1, within(1e-9));
        assertThat(cosine("piscine payer", "piscine tarif")).isGreaterThan(cosine("piscine payer", "patinoire tarif"));
    }

    @Test
    void givesLessWeightToAWordTheMoreTextsUseIt() {
        assertThat(VECTORS.weight("mari")).isLessThan(VECTORS.weight("nuit"));
        assertThat(VECTORS.weight("piscine")).isCloseTo(1, within(0.05));
    }

    @Test
    void shortensTheDirectionsInWhichTextsOfOneGroupDiffer() {
        double[] husband = VECTORS.of(List.of("mari", "payer"));
        assertThat(WordVectors.cosine(husband, VECTORS.of(List.of("tarif")))).isGreaterThan(0.8);
    }

    @Test
    void holdsEveryWordEquallyWhereNothingWasLearned() {
        WordVectors none = WordVectors.none();
        assertThat(none.weight("mari")).isEqualTo(none.weight("nuit"));
        assertThat(WordVectors.cosine(none.of(List.of("mari")), none.of(List.of("mari"))))
                .isZero();
    }
}

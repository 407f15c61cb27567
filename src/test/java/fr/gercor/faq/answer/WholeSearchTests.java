package fr.gercor.faq.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.testsupport.WholeContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader's search finds in all that is served. */
class WholeSearchTests {

    private final Engine engine = WholeContent.trained();

    @ParameterizedTest
    @ValueSource(strings = {"oxaliplatine", "cisplatine", "gemcitabine", "folfox"})
    void findsPagesOfThePublicForWordsThatProtocolsHoldMoreOften(String drug) {
        assertThat(engine.isOutOfScope(drug, Audience.PUBLIC)).isFalse();
        assertThat(engine.search(drug, 10, Audience.PUBLIC))
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.passage().page()).startsWith("grand-public/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"météo demain Lyon", "recette de crêpes", "résultats du loto"})
    void knowsASearchForSomethingElse(String query) {
        assertThat(engine.isOutOfScope(query, Audience.PUBLIC)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"perruque", "fatigue chimio", "nausées", "soins palliatifs"})
    void knowsASearchForOneOfOurSubjects(String query) {
        assertThat(engine.isOutOfScope(query, Audience.PUBLIC)).isFalse();
        assertThat(engine.search(query, 3, Audience.PUBLIC)).hasSize(3);
    }
}

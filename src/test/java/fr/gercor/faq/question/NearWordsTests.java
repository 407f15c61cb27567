package fr.gercor.faq.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NearWordsTests {

    private final QuestionAnalyser analyser = QuestionAnalyser.ofTexts("fr", List.of());
    private final NearWords nearWords = NearWords.french(analyser);

    private Set<String> shared(String one, String other) {
        Set<String> shared = new HashSet<>(in(one));
        shared.retainAll(in(other));
        return shared;
    }

    private List<String> in(String text) {
        return nearWords.in(analyser.read(text).tokens());
    }

    @Test
    void findsOneGroupInWordsOfAllRegisters() {
        assertThat(shared("mon boss le sait", "l'employeur est prévenu")).isNotEmpty();
        assertThat(shared("je prends le métro", "les transports en commun")).isNotEmpty();
    }

    @Test
    void findsExpressionsWhole() {
        assertThat(shared("ils veulent me mettre à la porte", "un licenciement"))
                .isNotEmpty();
        assertThat(shared("la porte est bleue", "un licenciement")).isEmpty();
    }

    @Test
    void findsNothingInFunctionWords() {
        assertThat(in("de la et du")).isEmpty();
        assertThat(NearWords.none().in(analyser.read("mon patron").tokens())).isEmpty();
    }
}

package fr.gercor.faq.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.catalogue.RuleBook.Circumstances;
import fr.gercor.faq.catalogue.RuleBook.Kind;
import fr.gercor.faq.catalogue.RuleBook.Rule;
import fr.gercor.faq.catalogue.Situations;
import fr.gercor.faq.question.QuestionAnalyser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How signs are written, on rules made for it. */
class TriageSignsTests {

    private static final Map<String, List<String>> WORDS = Map.of(
            "fièvre", List.of("fièvre", "température"),
            "unité", List.of("ans"),
            "proche", List.of("mari", "mère"),
            "lui a", List.of("{proche} a"));

    private static final Circumstances CIRCUMSTANCES = new Circumstances(
            List.of("«si j» ...", "«peur de»"),
            List.of("«ce matin»"),
            List.of("«l'an dernier»"),
            List.of("=eu"),
            List.of("«pas de»"),
            List.of("pas"));

    @Test
    void findsWordsInTheirOrderNearOneAnother() {
        assertThat(alarms("vomis sang", "je vomis du sang")).isTrue();
        assertThat(alarms("vomis sang", "du sang puis je vomis")).isFalse();
        assertThat(alarms("vomis sang", "je vomis un peu chaque jour après le sang"))
                .isFalse();
        assertThat(alarms("vomis ... sang", "je vomis un peu chaque jour après le sang"))
                .isTrue();
    }

    @Test
    void findsPartsInAnyOrderOfASentenceOrOfTheMessage() {
        assertThat(alarms("{fièvre} + frissons", "des frissons et de la fièvre"))
                .isTrue();
        assertThat(alarms("{fièvre} + frissons", "Des frissons. De la fièvre")).isFalse();
        assertThat(alarms("{fièvre} ++ frissons", "Des frissons. De la fièvre")).isTrue();
    }

    @Test
    void readsNumbersAndWhatMayNotFollowThem() {
        assertThat(alarms("38..42,9 !{unité}", "39,2 au réveil")).isTrue();
        assertThat(alarms("38..42,9 !{unité}", "37,9 au réveil")).isFalse();
        assertThat(alarms("38..42,9 !{unité}", "j'ai 39 ans")).isFalse();
    }

    @Test
    void readsBeginningsExactFormsAndPhrases() {
        assertThat(alarms("saign*", "un saignement")).isTrue();
        assertThat(alarms("=tousse", "je tousse")).isTrue();
        assertThat(alarms("=tousse", "il faut tousser")).isFalse();
        assertThat(alarms("«en finir»", "en voir finir")).isFalse();
        assertThat(alarms("{lui a} fièvre", "mon mari a de la fièvre")).isTrue();
    }

    @Test
    void hearsWordsThatAreWrittenByEar() {
        assertThat(alarms("convulsions", "des konvulsion")).isTrue();
        assertThat(alarms("plus respirer", "plu respirer")).isTrue();
    }

    @Test
    void tellsWhatHappensFromWhatIsAskedDeniedOrPast() {
        assertThat(assess("{fièvre}", "si j'ai de la fièvre").mentioned()).isPresent();
        assertThat(assess("{fièvre}", "si j'ai de la fièvre").alarm()).isEmpty();
        assertThat(assess("{fièvre}", "peur de la nuit, fièvre ce matin").alarm())
                .isPresent();
        assertThat(alarms("{fièvre}", "pas de fièvre")).isFalse();
        assertThat(alarms("saigne", "je saigne pas")).isFalse();
        assertThat(alarms("{fièvre}", "j'ai eu fièvre l'an dernier")).isFalse();
        assertThat(alarms("{fièvre}", "opéré l'an dernier, fièvre")).isTrue();
    }

    @Test
    void keepsSilentUnless() {
        assertThat(alarms(rule(List.of("{fièvre}"), List.of("film")), "la fièvre est un film"))
                .isFalse();
        assertThat(alarms(rule(List.of("{fièvre}"), List.of("film")), "Un film. De la fièvre"))
                .isTrue();
    }

    @Test
    void refusesAListThatIsNotThere() {
        assertThatThrownBy(() -> assess("{inconnue}", "rien"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{inconnue}");
    }

    @Test
    void seesNothingInAnEmptyMessage() {
        assertThat(assess("{fièvre}", "")).isEqualTo(Assessment.nothing());
        assertThat(assess("{fièvre}", "!!! 🙂 …")).isEqualTo(Assessment.nothing());
    }

    private static boolean alarms(String sign, String message) {
        return alarms(rule(List.of(sign), List.of()), message);
    }

    private static boolean alarms(Rule rule, String message) {
        return assess(rule, message).alarm().isPresent();
    }

    private static Assessment assess(String sign, String message) {
        return assess(rule(List.of(sign), List.of()), message);
    }

    private static Assessment assess(Rule rule, String message) {
        RuleBook book = new RuleBook(Map.of("plu", "plus"), WORDS, List.of(rule), CIRCUMSTANCES);
        QuestionAnalyser analyser = QuestionAnalyser.french(
                new Catalogue(List.of(), List.of(), List.of(), List.of(), book, List.of(), Situations.NONE),
                List.of("convulsions"));
        return new Triage(book, List.of(), analyser).assess(analyser.analyse(message));
    }

    private static Rule rule(List<String> signs, List<String> unless) {
        return new Rule("regle", Kind.MEDICAL, "Règle", "", signs, List.of(), unless, List.of(), List.of());
    }
}

package fr.gercor.faq.professional;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.professional.ProtocolNames.Named;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolNamesTests {

    private static final String ROW = "| Oxaliplatine | 85 mg/m² | IV | J1 | 2 h |";

    private final ProtocolNames names = new ProtocolNames(new ProtocolPages()
            .with("folfox", "FOLFOX (FOLFOX4, mFOLFOX6)", "FOLFOX", ROW)
            .with("xelox", "XELOX (CAPOX)", "XELOX, capécitabine oxaliplatine", ROW)
            .with("folfirinox", "FOLFIRINOX (pancréas métastatique)", "FOLFIRINOX, PRODIGE 4", ROW)
            .with("gemcitabine", "Gemcitabine (pancréas)", "gemcitabine, Gemzar", ROW)
            .with(
                    "cisgem",
                    "Gemcitabine et cisplatine (voies biliaires)",
                    "gemcitabine cisplatine, voies biliaires",
                    ROW)
            .with("gemox", "GEMOX", "GEMOX, gemcitabine-oxaliplatine", ROW)
            .content());
    private final ComparisonRule rule = new ComparisonRule(new ClinicalWords());

    @ParameterizedTest
    @CsvSource({
        "doses du folfox,folfox",
        "doses de CAPOX,xelox",
        "le mFOLFOX6 chez le sujet âgé,folfox",
        "gemcitabine et cisplatine en première ligne,cisgem",
        "gemcitabine-oxaliplatine,gemox",
        "l'essai PRODIGE 4,folfirinox"
    })
    void knowsAProtocolByEachOfItsNames(String question, String slug) {
        assertThat(slugs(names.in(ClinicalWords.of(question)))).containsExactly(slug);
    }

    @Test
    void takesNoOrganAndNoPartOfAWordForAName() {
        assertThat(names.in(ClinicalWords.of("cancer des voies biliaires, gemcitabinette")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FOLFOX ou XELOX ?;folfox,xelox",
                "folfox vs xelox en adjuvant;folfox,xelox",
                "différence entre FOLFIRINOX et gemcitabine;folfirinox,gemcitabine",
                "Comparer le GEMOX au XELOX;gemox,xelox",
                "FOLFOX, XELOX ou le GEMOX ?;folfox,xelox,gemox",
                "FOLFIRINOX plutôt que la gemcitabine seule ?;folfirinox,gemcitabine",
                "FOLFOX4 ou mFOLFOX6 ?;folfox,folfox"
            })
    void seesWhatIsCompared(String question, String slugs) {
        assertThat(slugs(compared(question))).containsExactly(slugs.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quelle dose de gemcitabine en perfusion dans GEMOX ?",
                "FOLFOX puis XELOX",
                "FOLFOX et XELOX",
                "FOLFOX ou FOLFOX ?",
                "nausées ou vomissements sous FOLFOX",
                "voies biliaires ou gemcitabine"
            })
    void seesNoComparisonWhereNoneIsAskedFor(String question) {
        assertThat(compared(question)).isEmpty();
    }

    private List<Named> compared(String question) {
        List<String> words = ClinicalWords.of(question);
        return rule.compared(words, names.in(words));
    }

    private static List<String> slugs(List<Named> named) {
        return named.stream().map(each -> Protocols.slug(each.page())).toList();
    }
}

package fr.gercor.faq.professional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoseForOnePatientTests {

    private final DoseForOnePatient rule = new DoseForOnePatient(new ClinicalWords());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quelle dose pour 1,73 m² et clairance 45",
                "dose d'oxaliplatine chez un patient de 82 kg",
                "5-FU, surface corporelle 1.9",
                "calcule la dose pour 1,8 m2",
                "créatinine à 130, quelle dose de gemcitabine",
                "clairance de 45 mL/min : GEMOX possible ?"
            })
    void seesTheMeasuresOfAPatient(String question) {
        assertThat(rule.isAskedBy(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quelle dose de gemcitabine dans GEMOX ?",
                "oxaliplatine 85 mg/m² ou 100 mg/m² dans FOLFOX6 ?",
                "bévacizumab 5 mg/kg à quelle vitesse",
                "le 5-FU du FOLFOX4",
                "adaptation à la clairance"
            })
    void leavesOtherQuestionsAlone(String question) {
        assertThat(rule.isAskedBy(question)).isFalse();
    }
}

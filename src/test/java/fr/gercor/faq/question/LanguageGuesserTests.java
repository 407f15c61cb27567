package fr.gercor.faq.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuesserTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | What is immunotherapy?
                    en | hello
                    en | Does chemotherapy hurt
                    en | side effects of the treatment
                    es | ¿Qué es la inmunoterapia?
                    es | me duele mucho después de la quimioterapia
                    es | hola
                    pt | O que é a imunoterapia e como posso fazer o tratamento?
                    pt | não posso comer depois da quimioterapia
                    pt | obrigado
                    de | Was ist eine Immuntherapie?
                    de | wie lange dauert die Behandlung
                    de | danke
                    it | Che cosa è l'immunoterapia?
                    it | quanto dura la chemioterapia
                    it | grazie
                    ar | ما هو العلاج المناعي؟
                    ar | شكرا
                    ru | Что такое иммунотерапия?
                    zh | 什么是免疫疗法
                    """)
    void tellsTheLanguageOfAMessage(String language, String message) {
        assertThat(guess(message)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Qu'est-ce que l'immunothérapie ?",
                "c koi limuno",
                "jé mal o ventr apré la chimio jfé koi",
                "slt g de la fievr",
                "pk jsui fatigé",
                "ça fé mal ?",
                "FOLFOX",
                "keytruda effets",
                "scanner",
                "chimio et alcool",
                "le port-a-cath",
                "durée",
                "?",
                "38,5"
            })
    void leavesFrenchItsWords(String message) {
        assertThat(guess(message)).isEqualTo("fr");
    }

    private static String guess(String message) {
        return LanguageGuesser.shared().guess(message, FrenchDictionary.shared()::contains);
    }
}

package fr.gercor.faq.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTests {

    private final SentenceSplitter splitter = new SentenceSplitter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le Dr Martin vous reçoit chaque semaine.",
                "Le Dr. Martin vous reçoit chaque semaine.",
                "Une séance dure env. 30 minutes à l'hôpital de jour.",
                "Une séance dure env. Trente minutes suffisent souvent.",
                "Le 5-FU est donné en perfusion continue.",
                "Le protocole associe le 5-FU. et l'oxaliplatine.",
                "Une fièvre de 38,5 °C se signale.",
                "La dose est de 2.5 mg par kilo.",
                "Le médecin demande : « Avez-vous de la fièvre ? Depuis quand ? » puis il vous examine.",
                "Certains aliments (p. ex. Les agrumes) changent de goût.",
            })
    void leavesOneSentenceWhole(String sentence) {
        assertThat(split(sentence)).containsExactly(sentence);
    }

    @Test
    void endsASentenceAtEveryStrongMark() {
        assertThat(split("Avez-vous mal ? Dites-le ! Un traitement existe. Il agit vite…"))
                .containsExactly("Avez-vous mal ?", "Dites-le !", "Un traitement existe.", "Il agit vite…");
    }

    @Test
    void endsASentenceAfterADrug() {
        assertThat(split("On vous donne du 5-FU. La perfusion dure deux jours."))
                .containsExactly("On vous donne du 5-FU.", "La perfusion dure deux jours.");
    }

    @Test
    void endsASentenceAfterEtc() {
        assertThat(split("Mangez des fruits, des légumes, etc. Buvez beaucoup d'eau."))
                .containsExactly("Mangez des fruits, des légumes, etc.", "Buvez beaucoup d'eau.");
    }

    @Test
    void endsASentenceAfterGuillemets() {
        assertThat(split("On parle de « chimio ». Elle détruit les cellules."))
                .containsExactly("On parle de « chimio ».", "Elle détruit les cellules.");
    }

    @Test
    void beginsASentenceWithGuillemets() {
        assertThat(split("C'est une question fréquente. « Vais-je guérir ? » se demande-t-on."))
                .containsExactly("C'est une question fréquente.", "« Vais-je guérir ? » se demande-t-on.");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(split("")).isEmpty();
    }

    private List<String> split(String text) {
        return splitter.split(text).stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }
}

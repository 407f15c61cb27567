package fr.gercor.faq.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.catalogue.Situations;
import fr.gercor.faq.catalogue.Situations.Situation;
import fr.gercor.faq.intent.Example;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.question.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SituatedTests {

    private static final String FATIGUE = "grand-public/conseils-pratiques/fatigue";
    private static final String CHEMOTHERAPY = "grand-public/traitements/chimiotherapie";

    private static final Situations SITUATIONS = new Situations(
            List.of("grand-public/conseils-pratiques/", CHEMOTHERAPY),
            List.of(
                    new Situation(
                            Set.of(CHEMOTHERAPY),
                            List.of("chimio"),
                            List.of("je suis sous chimio,"),
                            List.of("pendant la chimio"),
                            Set.of()),
                    new Situation(Set.of(), List.of("rayons"), List.of("depuis mes rayons"), List.of(), Set.of())));

    private static final QuestionAnalyser ANALYSER =
            QuestionAnalyser.ofTexts("fr", List.of("fatigue chimio rayons dormir sieste numéro"));

    private final Situated situated = new Situated(SITUATIONS, ANALYSER);

    @Test
    void putsSomeUtterancesInSituations() {
        List<Example> copies = situated.trained(examples(FATIGUE, 200));

        assertThat(copies).hasSizeBetween(30, 70).allSatisfy(copy -> {
            assertThat(copy.label()).isEqualTo(FATIGUE);
            assertThat(copy.question().text()).containsPattern("chimio|rayons").contains("sieste");
        });
        assertThat(copies).isEqualTo(situated.trained(examples(FATIGUE, 200)));
    }

    @Test
    void namesNoPageToItself() {
        assertThat(situated.trained(examples(CHEMOTHERAPY, 200)))
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(copy.question().text()).doesNotContain("chimio"));
    }

    @Test
    void leavesOtherPagesAsTheyAre() {
        assertThat(situated.trained(examples("grand-public/traitements/douleur", 200)))
                .isEmpty();
    }

    @Test
    void takesSettingsOutOfAQuestion() {
        Settings settings = new Settings(SITUATIONS, ANALYSER);
        Question asked = ANALYSER.read("que faire contre la fatigue pendant la chimio");
        Question bare = ANALYSER.read("la chimio");

        assertThat(settings.rest(asked).tokens())
                .extracting(Token::form)
                .containsExactly("que", "faire", "contre", "la", "fatigue", "pendant", "la");
        assertThat(settings.rest(bare)).isSameAs(bare);
    }

    private static List<Example> examples(String page, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Example(ANALYSER.read("sieste numéro " + number), page, page + ".sieste"))
                .toList();
    }
}

package fr.gercor.faq.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.answer.Reply.Action;
import fr.gercor.faq.answer.Reply.Outcome;
import fr.gercor.faq.answer.Reply.QuotedPassage;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Line;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Quote;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.testsupport.TinyEngine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTests {

    private static final String IMMUNOTHERAPY = "grand-public/traitements/immunotherapie";
    private static final String CHEMOTHERAPY = "grand-public/traitements/chimiotherapie";
    private static final String FOLFOX = "professionnels/protocoles-gercor/folfox";

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static final Engine ENGINE = new EngineFactory(Clock.fixed(NOW, ZoneOffset.UTC), ModelCache.none(), false)
            .build(SourceFolder.read(TinyEngine.CONTENT), SourceFolder.read(TinyEngine.INTENTS))
            .engine();

    private final List<Exchange> earlier = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Qu'est-ce que l'immunothérapie ?                | grand-public/traitements/immunotherapie#definition
                    combien de temps dure l'immunothérapie          | grand-public/traitements/immunotherapie#duree
                    c'est quoi une chimio ?                         | grand-public/traitements/chimiotherapie#definition
                    comment lutter contre la fatigue ?              | grand-public/conseils-pratiques/fatigue#que-faire
                    """)
    void answersWithTheSectionThatIsAskedFor(String question, String expected) {
        Reply reply = ask(question);

        assertThat(reply.outcome()).isEqualTo(Outcome.ANSWER);
        assertThat(reply.at()).isEqualTo(NOW);
        QuotedPassage first = reply.passages().getFirst();
        assertThat(first.page() + "#" + first.anchor()).isEqualTo(expected);
        assertThat(first.url()).isEqualTo("/" + first.page() + "?quote=" + first.hash() + "#" + first.anchor());
        assertThat(reply.passages()).allSatisfy(EngineTests::standsInItsPage);
    }

    @Test
    void tellsWhenAPageWasReviewedAndClaimsNoValidation() {
        QuotedPassage passage =
                ask("Qu'est-ce que l'immunothérapie ?").passages().getFirst();

        assertThat(passage.title()).isEqualTo("L'immunothérapie");
        assertThat(passage.heading()).isEqualTo("Qu'est-ce que l'immunothérapie ?");
        assertThat(passage.reviewedOn()).isEqualTo("2026-11-01");
        assertThat(passage.validated()).isFalse();
    }

    @Test
    void talksSmall() {
        assertThat(ask("bonjour").outcome()).isEqualTo(Outcome.SMALL_TALK);
        assertThat(ask("merci beaucoup").outcome()).isEqualTo(Outcome.SMALL_TALK);
        assertThat(ask("merci beaucoup").passages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quel temps fait-il demain ?", "une recette de tarte aux pommes", "zzyzx", "?"})
    void saysHonestlyWhatItDoesNotCover(String question) {
        Reply reply = ask(question);

        assertThat(reply.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
        assertThat(reply.confidence()).as("that it is right to refuse").isGreaterThan(0.3);
        assertThat(reply.passages()).isEmpty();
        assertThat(reply.suggestions()).extracting(Reply.Suggestion::action).containsExactly(Action.HANDOVER);
    }

    @Test
    void saysThatItSpeaksFrench() {
        assertThat(ask("What is immunotherapy?"))
                .satisfies(reply -> assertThat(reply.outcome()).isEqualTo(Outcome.UNSUPPORTED_LANGUAGE))
                .satisfies(reply -> assertThat(reply.lang()).isEqualTo("en"))
                .satisfies(reply -> assertThat(reply.dir()).isNull());
        assertThat(ask("ما هو العلاج المناعي؟").dir()).isEqualTo("rtl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doses du folfox",
                "FOLFOX posologie",
                "dose oxaliplatine FOLFOX",
                "Quelles sont les doses de FOLFOX ?"
            })
    void handsProtocolQuestionsOfThePublicOver(String question) {
        Reply reply = ask(question);

        assertThat(reply.outcome()).isEqualTo(Outcome.ESCALATION);
        assertThat(reply.suggestions())
                .extracting(Reply.Suggestion::action)
                .containsExactly(Action.LOGIN, Action.HANDOVER);
        assertThat(reply.intent()).isNull();
        showsNothingOfProfessionals(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "folfox",
                "perfusion continue de 5-FU",
                "le cycle reprend tous les quatorze jours",
                "oxaliplatine 85 mg/m²",
                "chimio folfox fatigue",
                "premier jour oxaliplatine et immunothérapie"
            })
    void neverShowsAProfessionalPageToThePublic(String question) {
        showsNothingOfProfessionals(ask(question));
        assertThat(ENGINE.search(question, 10, Audience.PUBLIC))
                .noneMatch(hit -> hit.passage().page().startsWith("professionnels/"));
    }

    @Test
    void neverShowsAProfessionalPageToThePublicByAChoice() {
        Reply reply = choose("protocoles.folfox.doses");

        assertThat(reply.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
        showsNothingOfProfessionals(reply);
    }

    @Test
    void quotesTheProtocolToProfessionals() {
        Reply reply = ENGINE.answer(List.of(), new Message.Text("doses du folfox"), Audience.PROFESSIONAL)
                .reply();

        assertThat(reply.outcome()).isEqualTo(Outcome.ANSWER);
        assertThat(reply.passages().getFirst().page()).isEqualTo(FOLFOX);
        assertThat(reply.passages()).allSatisfy(EngineTests::standsInItsPage);
    }

    @Test
    void takesTheTopicOfTheTalkForAnEllipticQuestion() {
        assertThat(pageOf(say("Qu'est-ce que l'immunothérapie ?"))).isEqualTo(IMMUNOTHERAPY);

        QuotedPassage passage = say("et ça dure combien de temps ?").passages().getFirst();

        assertThat(passage.page()).isEqualTo(IMMUNOTHERAPY);
        assertThat(passage.anchor()).isEqualTo("duree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"et ça rend malade ?", "mais c'est quand qu'on arrête ?"})
    void goesOnAboutAPageWithoutDefiningItAgain(String question) {
        say("Qu'est-ce que l'immunothérapie ?");

        QuotedPassage passage = say(question).passages().getFirst();

        assertThat(passage.page()).isEqualTo(IMMUNOTHERAPY);
        assertThat(passage.anchor()).isNotEqualTo("definition");
    }

    @Test
    void takesAQuestionThatNamesItsOwnSubjectForWhatItIs() {
        say("Qu'est-ce que l'immunothérapie ?");

        assertThat(pageOf(say("et la fatigue, que faire ?"))).isEqualTo("grand-public/conseils-pratiques/fatigue");
    }

    @Test
    void dropsTheTopicForANewOne() {
        say("Qu'est-ce que l'immunothérapie ?");

        assertThat(pageOf(say("c'est quoi la chimiothérapie ?"))).isEqualTo(CHEMOTHERAPY);
        assertThat(pageOf(say("et comment ça se passe ?"))).isEqualTo(CHEMOTHERAPY);
    }

    @Test
    void answersTheSameAfterTheSameTalk() {
        say("Qu'est-ce que l'immunothérapie ?");

        Reply once = ask("et ça dure combien de temps ?");
        Reply again = ask("et ça dure combien de temps ?");

        assertThat(again.passages()).isEqualTo(once.passages());
        assertThat(again.confidence()).isEqualTo(once.confidence());
        assertThat(again.id()).isNotEqualTo(once.id());
    }

    @Test
    void refusesAChoiceThatWasNotOffered() {
        Reply reply = choose("traitements.immunotherapie.definition");

        assertThat(reply.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
        assertThat(reply.passages()).isEmpty();
        assertThat(choose("nothing.of.the.kind").outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
    }

    @Test
    void greetsWithTopicsToAskAbout() {
        Reply greeting = ENGINE.greeting();

        assertThat(greeting.outcome()).isEqualTo(Outcome.SMALL_TALK);
        assertThat(greeting.suggestions())
                .extracting(Reply.Suggestion::label)
                .contains("Qu'est-ce que l'immunothérapie ?", "Que faire contre la fatigue ?");
    }

    private Reply say(String text) {
        Message message = new Message.Text(text);
        Reply reply = ENGINE.answer(earlier, message, Audience.PUBLIC).reply();
        earlier.add(new Exchange(message, reply));
        return reply;
    }

    private Reply ask(String text) {
        return ENGINE.answer(earlier, new Message.Text(text), Audience.PUBLIC).reply();
    }

    private Reply choose(String choice) {
        return ENGINE.answer(earlier, new Message.Choice(choice), Audience.PUBLIC)
                .reply();
    }

    private static String pageOf(Reply reply) {
        assertThat(reply.passages()).isNotEmpty();
        return reply.passages().getFirst().page();
    }

    private static void standsInItsPage(QuotedPassage passage) {
        Page page = ENGINE.content().page(passage.page()).orElseThrow();
        Quote quote = page.quote(passage.hash()).orElseThrow();
        assertThat(passage.quote()).isEqualTo(quote.text());
        for (Quote.Extent extent : quote.extents()) {
            Line line = page.section(passage.anchor())
                    .orElseThrow()
                    .blocks()
                    .get(extent.block())
                    .lines()
                    .get(extent.line());
            assertThat(passage.quote()).contains(line.text().substring(extent.start(), extent.end()));
        }
    }

    private static void showsNothingOfProfessionals(Reply reply) {
        assertThat(reply.passages()).noneMatch(passage -> passage.page().startsWith("professionnels/"));
        assertThat(reply.suggestions())
                .noneMatch(each -> String.valueOf(each.page()).startsWith("professionnels/"));
        assertThat(reply.suggestions()).noneMatch(each -> each.label().contains("FOLFOX"));
        assertThat(reply.toString()).doesNotContain("quatorze jours", "85 mg");
    }
}

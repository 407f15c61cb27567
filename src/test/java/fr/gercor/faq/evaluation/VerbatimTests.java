package fr.gercor.faq.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Exchange;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.answer.Reply.QuotedPassage;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Quote;
import fr.gercor.faq.content.SectionHtml;
import fr.gercor.faq.testsupport.WholeContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** On the content and the intents that are served: nothing that is answered stands anywhere but in a page. */
class VerbatimTests {

    private static final Path QUESTIONS = Path.of("src/test/resources/relevance/questions.tsv");

    private static Engine engine;

    @BeforeAll
    static void build() {
        engine = WholeContent.trained();
    }

    @Test
    void quotesOnlyWhatStandsInThePage() {
        int quotes = 0;
        for (Audience audience : Audience.values()) {
            for (QuestionRow row : LabelledLines.questions(QUESTIONS)) {
                for (Reply reply : replies(row, audience)) {
                    for (QuotedPassage passage : reply.passages()) {
                        standsInItsPage(row, passage);
                        quotes++;
                    }
                }
            }
        }
        assertThat(quotes).isGreaterThan(800);
    }

    @Test
    void showsThePublicNothingOfProfessionals() {
        for (QuestionRow row : LabelledLines.questions(QUESTIONS)) {
            for (Reply reply : replies(row, Audience.PUBLIC)) {
                assertThat(reply.passages()).as(row.id()).noneMatch(passage -> isProfessional(passage.page()));
                for (Reply.Suggestion suggestion : reply.suggestions()) {
                    assertThat(suggestion.page() != null && isProfessional(suggestion.page()))
                            .as(row.id())
                            .isFalse();
                    assertThat(engine.catalogue().intents())
                            .as(row.id())
                            .noneMatch(intent -> isProfessional(intent.page())
                                    && intent.label().equals(suggestion.label()));
                }
                assertThat(reply.intent() != null
                                && isProfessional(engine.catalogue()
                                        .intent(reply.intent())
                                        .orElseThrow()
                                        .page()))
                        .as(row.id())
                        .isFalse();
            }
        }
    }

    private static void standsInItsPage(QuestionRow row, QuotedPassage passage) {
        Page page = engine.content().page(passage.page()).orElseThrow();
        Quote quote = page.quote(passage.hash()).orElseThrow();
        assertThat(passage.quote()).as(row.id()).isEqualTo(quote.text());
        assertThat(passage.anchor()).as(row.id()).isEqualTo(quote.anchor());
        var section = page.section(passage.anchor()).orElseThrow();
        String rendered = HtmlUtils.htmlUnescape(SectionHtml.of(section).replaceAll("<[^>]+>", ""));
        for (Quote.Extent extent : quote.extents()) {
            String stretch = section.blocks()
                    .get(extent.block())
                    .lines()
                    .get(extent.line())
                    .text()
                    .substring(extent.start(), extent.end());
            assertThat(passage.quote()).as(row.id()).contains(stretch);
            assertThat(rendered).as(row.id()).contains(stretch);
        }
    }

    private static List<Reply> replies(QuestionRow row, Audience audience) {
        List<Exchange> earlier = new ArrayList<>();
        for (String turn : row.turns()) {
            Message message = new Message.Text(turn);
            earlier.add(new Exchange(
                    message, engine.answer(earlier, message, audience).reply()));
        }
        return earlier.stream().map(Exchange::reply).toList();
    }

    private static boolean isProfessional(String page) {
        return page.startsWith("professionnels/");
    }
}

package fr.gercor.faq.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionHtmlTests {

    @Test
    void marksExactlyTheQuote() {
        assertThat(marked("Un repas. Deux verres. Trois pas.\n", 1, 1))
                .isEqualTo("<p>Un repas. <mark>Deux verres.</mark> Trois pas.</p>\n");
    }

    @Test
    void marksEachSentenceOfALongerQuote() {
        assertThat(marked("Un repas. Deux verres. Trois pas.\n", 0, 2))
                .isEqualTo("<p><mark>Un repas.</mark> <mark>Deux verres.</mark> Trois pas.</p>\n");
    }

    @Test
    void marksAcrossBoldAndLinkedRuns() {
        assertThat(marked("Le **plus grand** repas [du jour](/grand-public/page). Deux verres.\n", 0, 1))
                .isEqualTo("<p><mark>Le </mark><strong><mark>plus grand</mark></strong><mark> repas </mark>"
                        + "<a href=\"/grand-public/page\"><mark>du jour</mark></a><mark>.</mark> Deux verres.</p>\n");
    }

    @Test
    void marksAListWithItsIntroduction() {
        assertThat(marked("Prenez :\n\n- un repas\n- deux verres\n", 0, 1))
                .isEqualTo("<p><mark>Prenez :</mark></p>\n<ul>\n<li><mark>un repas</mark></li>\n"
                        + "<li><mark>deux verres</mark></li>\n</ul>\n");
    }

    @Test
    void marksTheHeadersAndOneRowOfATable() {
        Page page = Pages.of("| A | B |\n| --- | --- |\n| un | deux |\n| trois | quatre |\n");
        Quote row = page.passages().getLast().whole();

        assertThat(SectionHtml.of(section(page), List.of(row)))
                .contains("<th scope=\"col\"><mark>A</mark></th>")
                .contains("<td>un</td>")
                .contains("<td><mark>trois</mark></td><td><mark>quatre</mark></td>");
    }

    @Test
    void escapesWhatMeansSomethingInHtml() {
        assertThat(marked("Moins de 3 < 5 & \"plus\". Rien.\n", 0, 1))
                .isEqualTo("<p><mark>Moins de 3 &lt; 5 &amp; &quot;plus&quot;.</mark> Rien.</p>\n");
    }

    @Test
    void leadsNowhereByAScript() {
        assertThat(SectionHtml.of(section(Pages.of("Un [lien](javascript:alert(1)).\n"))))
                .isEqualTo("<p>Un <a href=\"#\">lien</a>.</p>\n");
    }

    @Test
    void marksNothingForAQuoteOfAnotherSection() {
        Page page = Pages.of("Un repas.\n");
        Quote other = new Quote(page.id(), "ailleurs", List.of(new Quote.Extent(0, 0, 0, 9)), "Un repas.");

        assertThat(SectionHtml.of(section(page), List.of(other))).isEqualTo("<p>Un repas.</p>\n");
    }

    private static String marked(String text, int from, int count) {
        Page page = Pages.of(text);
        return SectionHtml.of(section(page), List.of(page.passages().getFirst().quote(from, count)));
    }

    private static Section section(Page page) {
        return page.section("definition").orElseThrow();
    }
}

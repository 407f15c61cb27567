package fr.gercor.faq.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermsTests {

    private static final Term BIOPSY = term("biopsie", "prélèvement");
    private static final Term LIVER_BIOPSY = term("biopsie du foie");
    private static final Term PORT = term("PAC");

    private final Terms terms = new Terms(List.of(BIOPSY, LIVER_BIOPSY, PORT));

    @Test
    void findsTheFirstMentionWhateverItsNumberAndCapital() {
        assertThat(mentioned("Biopsies et prélèvements : une biopsie.")).containsExactly("Biopsies");
    }

    @Test
    void prefersTheLongestTerm() {
        assertThat(mentioned("Une biopsie du foie, puis une biopsie.")).containsExactly("biopsie du foie", "biopsie");
    }

    @Test
    void takesAnAcronymForNoOtherWord() {
        assertThat(mentioned("Un pac n'est pas un PAC.")).containsExactly("PAC");
    }

    @Test
    void findsNothingInsideAnotherWordOrAcrossAStop() {
        assertThat(mentioned("Une autobiopsie.")).isEmpty();
        assertThat(mentioned("biopsie. du foie")).containsExactly("biopsie");
    }

    @Test
    void leavesLinksAlone() {
        Section section = section(new Run("une biopsie", false, false, Optional.of("/ailleurs")));

        assertThat(terms.in(section, "page")).isEmpty();
    }

    @Test
    void leavesOutWhatThePageItselfExplains() {
        Terms own = new Terms(List.of(new Term("biopsie", "…", List.of(), Optional.of("page"))));

        assertThat(own.in(section(plain("une biopsie")), "page")).isEmpty();
    }

    @Test
    void keepsTheTextOfASectionWordForWord() {
        Section section = section(plain("D'une biopsie & d'un "), new Run("PAC", true, false, Optional.empty()));

        String html = SectionHtml.of(section, List.of(), terms.in(section, "page"));

        assertThat(html)
                .isEqualTo(
                        "<p>D&#39;une <a class=\"term\" href=\"/glossaire#biopsie\" data-definition=\"…\">biopsie</a>"
                                + " &amp; d&#39;un <strong><a class=\"term\" href=\"/glossaire#pac\" data-definition=\"…\">PAC</a>"
                                + "</strong></p>\n");
    }

    @Test
    void namesTermsInAddressesWithPlainLetters() {
        assertThat(Terms.anchor(term("Œdème d'été (5-FU)"))).isEqualTo("oedeme-d-ete-5-fu");
    }

    private List<String> mentioned(String text) {
        return terms.in(section(plain(text)), "page").stream()
                .map(Mention::extent)
                .map(extent -> text.substring(extent.start(), extent.end()))
                .toList();
    }

    private static Section section(Run... runs) {
        return new Section("anchor", "Heading", List.of(new Block.Paragraph(new Line(List.of(runs)))), 1);
    }

    private static Run plain(String text) {
        return new Run(text, false, false, Optional.empty());
    }

    private static Term term(String name, String... synonyms) {
        return new Term(name, "…", List.of(synonyms), Optional.empty());
    }
}

package fr.gercor.faq.content;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.source.Fault;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageReaderTests {

    private static final String PAGE = """
            ---
            title: L'immunothérapie
            summary: Une phrase.
            audience: public
            author: Rédaction
            reviewedOn: 2026-11-01
            validUntil: 2027-11-01
            topics: [immunothérapie, immuno]
            sources:
              - {title: Guide, organisation: Agence, year: 2025}
            ---

            Au-dessus du premier titre.

            ## Qu'est-ce que c'est ? {#definition}

            Elle aide les défenses.

            ## Combien de temps ? {#duree}

            Deux ans au plus.
            """;

    private final Faults faults = new Faults();

    @Test
    void readsAPage() {
        Page page = read(PAGE).orElseThrow();

        assertThat(page.id()).isEqualTo("grand-public/traitements/immunotherapie");
        assertThat(page.folder()).isEqualTo("grand-public/traitements");
        assertThat(page.audience()).isEqualTo(Audience.PUBLIC);
        assertThat(page.reviewedOn()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(page.topic()).isEqualTo("immunothérapie");
        assertThat(page.validation()).isEmpty();
        assertThat(page.introduction().text()).isEqualTo("Au-dessus du premier titre.");
        assertThat(page.sections()).extracting(Section::anchor).containsExactly("definition", "duree");
        assertThat(page.sections())
                .extracting(Section::heading)
                .containsExactly("Qu'est-ce que c'est ?", "Combien de temps ?");
        assertThat(page.section("duree").orElseThrow().line()).isEqualTo(19);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void claimsAValidationOnlyWhereOneTookPlace() {
        Page page = read(PAGE.replace("topics:", "validation: {role: oncologue, date: 2026-11-10}\ntopics:"))
                .orElseThrow();

        assertThat(page.validation()).contains(new Validation("oncologue", LocalDate.of(2026, 11, 10)));
    }

    @Test
    void missesTheFrontMatter() {
        assertThat(read("## Titre {#titre}\n\nUne phrase.\n")).isEmpty();

        assertThat(said())
                .containsExactly("grand-public/traitements/immunotherapie.md:1: "
                        + "a page begins with its front matter between two lines of ---");
    }

    @Test
    void namesTheLineOfAKeyThatIsNotKnown() {
        assertThat(read(PAGE.replace("author:", "autor:"))).isEmpty();

        assertThat(said()).hasSize(2).anySatisfy(fault -> assertThat(fault)
                .startsWith("grand-public/traitements/immunotherapie.md:5: \"autor\" is not known here"));
        assertThat(said()).anySatisfy(fault -> assertThat(fault).endsWith("\"author\" is missing"));
    }

    @Test
    void namesTheLineOfADateThatIsNone() {
        assertThat(read(PAGE.replace("2026-11-01", "01/11/2026"))).isEmpty();

        assertThat(said())
                .containsExactly("grand-public/traitements/immunotherapie.md:6: "
                        + "a day is written 2026-11-22, not 01/11/2026");
    }

    @Test
    void namesTheLineOfAnAnchorThatStandsTwice() {
        assertThat(read(PAGE.replace("{#duree}", "{#definition}"))).isEmpty();

        assertThat(said())
                .containsExactly(
                        "grand-public/traitements/immunotherapie.md:19: the anchor \"definition\" stands twice");
    }

    @Test
    void keepsProfessionalPagesInTheirFolder() {
        assertThat(read(PAGE.replace("audience: public", "audience: professional")))
                .isEmpty();
        assertThat(new PageReader().read(new SourceFile("professionnels/protocoles/folfox.md", PAGE), faults))
                .isEmpty();

        assertThat(faults.errors())
                .extracting(Fault::file)
                .containsExactly("grand-public/traitements/immunotherapie.md", "professionnels/protocoles/folfox.md");
        assertThat(said()).allSatisfy(fault -> assertThat(fault)
                .endsWith("pages of professionnels/, and no others, have the audience professional"));
    }

    @Test
    void readsAProfessionalPage() {
        SourceFile file = new SourceFile(
                "professionnels/protocoles/folfox.md", PAGE.replace("audience: public", "audience: professional"));

        assertThat(new PageReader().read(file, faults)).map(Page::audience).hasValue(Audience.PROFESSIONAL);
    }

    @Test
    void findsEveryFaultAtOnce() {
        assertThat(read(PAGE.replace("{#duree}", "")
                        .replace("year: 2025", "year: bientôt")
                        .replace("Elle aide les défenses.", "### Plus bas {#bas}\n\n> Une citation.")))
                .isEmpty();

        assertThat(faults.errors()).extracting(Fault::line).contains(10, 17, 19, 21);
    }

    @Test
    void missesSections() {
        assertThat(read(PAGE.substring(0, PAGE.indexOf("##")))).isEmpty();

        assertThat(said()).singleElement().asString().endsWith("a page has at least one ## heading");
    }

    private Optional<Page> read(String text) {
        return new PageReader().read(new SourceFile("grand-public/traitements/immunotherapie.md", text), faults);
    }

    private List<String> said() {
        return faults.errors().stream().map(Fault::toString).toList();
    }
}

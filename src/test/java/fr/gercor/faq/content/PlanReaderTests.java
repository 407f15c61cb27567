package fr.gercor.faq.content;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.source.Fault;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanReaderTests {

    private final Faults faults = new Faults();

    @Test
    void readsFoldersAndTheirPagesInTheOrderWritten() {
        Content content = read("plan.yml", """
                folders:
                  - {path: grand-public, label: Tous, summary: Pour tous., pages: [b, a]}
                  - {path: professionnels, label: Professionnels, summary: Pour eux., pages: [p]}
                footer: [grand-public/a]
                """);

        assertThat(content.plan().folders())
                .startsWith(
                        new Folder("grand-public", "Tous", "Pour tous.", List.of("grand-public/b", "grand-public/a")));
        assertThat(content.plan().footer()).containsExactly("grand-public/a");
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void servesPagesThatThePlanForgetsAndWarns() {
        read("plan.yml", """
                folders:
                  - path: grand-public
                    label: Tous
                    summary: Pour tous.
                    pages:
                      - a
                      - manquante
                """);

        assertThat(faults.errors()).isEmpty();
        assertThat(faults.all())
                .extracting(Fault::toString)
                .containsExactly(
                        "plan.yml:7: the page \"grand-public/manquante\" is not written",
                        "grand-public/b.md: the page has no place in plan.yml",
                        "professionnels/p.md: the page has no place in plan.yml");
    }

    @Test
    void leadsToPagesSectionsFoldersAndHome() {
        Content content = read("redirections.yml", """
                redirects:
                  - {from: "/a.htm", to: "/grand-public/a"}
                  - {from: "/b.htm?x=1", to: "/grand-public/b#definition"}
                  - {from: "/c.htm", to: "/grand-public"}
                  - {from: "/d.htm", to: "/"}
                """);

        assertThat(faults.all()).isEmpty();
        assertThat(content.redirect("/b.htm?x=1")).hasValue("/grand-public/b#definition");
        assertThat(content.redirect("/b.htm")).isEmpty();
    }

    @Test
    void namesTheLineOfEveryRedirectThatLeadsNowhere() {
        Content content = read("redirections.yml", """
                redirects:
                  - {from: "/a.htm", to: "/grand-public/nulle-part"}
                  - {from: "/b.htm", to: "/grand-public/a#nulle-part"}
                  - {from: "/c.htm", to: "/professionnels/p"}
                  - {from: "/d.htm", to: "//example.org/"}
                  - {from: "/grand-public/a", to: "/grand-public/b"}
                  - {from: "e.htm", to: "/"}
                  - {from: "/f.htm", to: "/"}
                  - {from: "/f.htm", to: "/grand-public/a"}
                """);

        assertThat(faults.errors()).extracting(Fault::line).containsExactly(2, 3, 4, 5, 6, 7, 9);
        assertThat(content.redirect("/f.htm")).hasValue("/");
        assertThat(content.redirect("/c.htm")).isEmpty();
    }

    private Content read(String path, String text) {
        return new ContentReader()
                .read(
                        new SourceFolder(List.of(
                                page("grand-public/a", "public"),
                                page("grand-public/b", "public"),
                                page("professionnels/p", "professional"),
                                new SourceFile(path, text))),
                        faults);
    }

    private static SourceFile page(String id, String audience) {
        return new SourceFile(id + ".md", """
                ---
                title: Titre
                summary: Une phrase.
                audience: %s
                author: Rédaction
                reviewedOn: 2026-11-22
                validUntil: 2027-11-22
                sources: [{title: Guide, organisation: Agence, year: 2025}]
                ---

                ## Titre {#definition}

                Une phrase.
                """.formatted(audience));
    }
}

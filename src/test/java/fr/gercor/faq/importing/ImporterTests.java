package fr.gercor.faq.importing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.content.Block;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.source.SourceFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImporterTests {

    private static final String PROSE =
            "La douleur se soigne : dites où elle est, depuis quand, et ce qui la calme ou l'éveille.";

    private final Importer importer = new Importer(Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC));

    @TempDir
    Path folder;

    @Test
    void keepsTheTextOfAPageCopiedFromABrowserAndNothingAroundIt() throws Exception {
        Page page = onlyPage(resource("radiotherapie.txt"));

        assertThat(page.title()).isEqualTo("Radiothérapie");
        assertThat(page.sections())
                .extracting(section -> section.heading() + " #" + section.anchor())
                .containsExactly(
                        "Qu'est-ce que la radiothérapie ? #radiotherapie",
                        "Comment se préparer ? #comment-se-preparer",
                        "Après les séances #apres-les-seances");
        assertThat(page.sections().getFirst().text()).isEqualTo("""
                La radiothérapie est un traitement local : des rayons abîment les cellules de la tumeur, qui ne peuvent plus se multiplier.
                Elle dure le plus souvent quelques semaines. Les séances sont courtes, et elles ont lieu chaque jour ouvré.""");
        assertThat(page.sections().get(1).text()).endsWith("""
                placer le corps toujours de la même façon ;
                tracer la zone à traiter ;
                protéger les organes voisins.""");
        assertThat(page.sections().getLast().text())
                .isEqualTo(
                        "La peau peut rougir & brûler_un_peu, comme après un coup de soleil. 1. Ce n'est pas un titre.");
    }

    @Test
    void saysWhatItLeftOutAndWhere() throws Exception {
        Imported.Drafted drafted = drafted(resource("radiotherapie.txt"));

        assertThat(drafted.dropped())
                .extracting(dropped -> dropped.line() + " " + dropped.kind())
                .containsExactly(
                        "1 LOGIN",
                        "4 NAVIGATION",
                        "12 NAVIGATION",
                        "40 BACK_LINK",
                        "42 POINTER",
                        "43 FOOTER",
                        "44 NAVIGATION");
    }

    @Test
    void leavesToTheAuthorWhatNoOldPageSays() throws Exception {
        Page page = onlyPage(resource("radiotherapie.txt"));

        assertThat(page.summary()).isEqualTo("À écrire");
        assertThat(page.sources().getFirst().title()).isEqualTo("À compléter");
        assertThat(page.reviewedOn()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(page.validUntil()).isEqualTo(page.reviewedOn());
        assertThat(page.validation()).isEmpty();
    }

    @Test
    void readsAPageOfTablesAndFontsInItsOldCharset() throws Exception {
        Page page = onlyPage(resource("chirurgie.html"));

        assertThat(page.title()).isEqualTo("Chirurgie du cancer");
        assertThat(page.sections())
                .extracting(section -> section.heading())
                .containsExactly("À quoi sert la chirurgie du cancer ?", "Les suites");
        assertThat(page.sections().getFirst().text()).isEqualTo("""
                La chirurgie enlève la tumeur et une marge de tissu sain autour d'elle. C'est « le plus ancien » des traitements du cancer.
                Elle est souvent associée à d'autres traitements, avant ou après l'opération.""");
        assertThat(page.sections().getLast().text()).isEqualTo("""
                Une douleur, que l'on calme.
                Une cicatrice.
                Opération
                Séjour
                Sein
                1 à 2 jours""");
    }

    @Test
    void readsAPageOfTodayWithoutItsLandmarks() throws Exception {
        Page page = onlyPage(resource("fatigue.html"));

        assertThat(page.title()).isEqualTo("La fatigue");
        assertThat(page.introduction().text())
                .isEqualTo(
                        "La fatigue du cancer ne passe pas toujours avec le repos : elle peut durer plusieurs mois.");
        assertThat(page.sections())
                .extracting(section -> section.heading())
                .containsExactly("Que faire ?", "Quand en parler ?");
        assertThat(page.sections().getLast().text()).isEqualTo("Parlez-en dès qu'elle vous gêne.");
    }

    @Test
    void readsAWordDocumentByItsStyles() throws Exception {
        Path file = WordFiles.document(
                folder.resolve("douleur.docx"),
                WordFiles.titled("Titre1", "La douleur"),
                WordFiles.titled("Titre2", "Comment la soigner ?"),
                WordFiles.paragraph(PROSE),
                WordFiles.paragraph("[retour]"));

        Page page = onlyPage(file);

        assertThat(page.title()).isEqualTo("La douleur");
        assertThat(page.sections()).singleElement().satisfies(section -> {
            assertThat(section.heading()).isEqualTo("Comment la soigner ?");
            assertThat(section.text()).isEqualTo(PROSE);
        });
    }

    @Test
    void makesAListOfNumberedParagraphs() throws Exception {
        Path file = WordFiles.document(
                folder.resolve("douleur.docx"),
                WordFiles.titled("Titre1", "La douleur"),
                WordFiles.paragraph(PROSE),
                WordFiles.paragraph("1) Notez l'heure"),
                WordFiles.paragraph("2) Notez l'endroit"),
                WordFiles.paragraph("3) Notez ce qui soulage"));

        assertThat(onlyPage(file).sections().getFirst().blocks())
                .last()
                .isInstanceOfSatisfying(Block.Items.class, items -> {
                    assertThat(items.ordered()).isTrue();
                    assertThat(items.lines())
                            .extracting(line -> line.text())
                            .containsExactly("Notez l'heure", "Notez l'endroit", "Notez ce qui soulage");
                });
    }

    @Test
    void keepsTheTextOfAShortPageAroundItsLogin() throws Exception {
        Path file = Files.writeString(
                folder.resolve("page.html"),
                "<div><p>Identifiant : <input type=password></p><p>" + PROSE + "</p></div>");

        assertThat(onlyPage(file).sections().getFirst().text()).isEqualTo(PROSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-15", "UTF-16LE", "UTF-16BE"})
    void readsTextThatDeclaresNoCharset(String charset) throws Exception {
        String text = "Que faire contre la douleur ?\n\n" + PROSE + "\n\n"
                + "Évitez d'attendre : appelez dès que le traitement ne suffit plus.\n";
        Path file = Files.write(folder.resolve("page.txt"), text.getBytes(Charset.forName(charset)));

        assertThat(onlyPage(file).sections().getFirst().text())
                .startsWith(PROSE)
                .contains("Évitez");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-15", "x-MacRoman", "IBM850", "UTF-16"})
    void readsHtmlInTheCharsetThatItDeclares(String charset) throws Exception {
        String html = "<html><head><meta charset=\"" + charset + "\"></head><body><h1>Douleur</h1><p>" + PROSE
                + "</p></body></html>";
        Path file = Files.write(folder.resolve("page.html"), html.getBytes(Charset.forName(charset)));

        assertThat(onlyPage(file).sections().getFirst().text()).isEqualTo(PROSE);
    }

    @Test
    void refusesABrokenCharsetInWords() throws Exception {
        byte[] mixed = ("<meta charset=utf-8><p>" + PROSE + "</p>\n<p>caf").getBytes(StandardCharsets.UTF_8);
        mixed[mixed.length - 1] = (byte) 0xE9;

        assertThat(refusal(Files.write(folder.resolve("page.html"), mixed)))
                .contains("charset is broken", "line 2", "UTF-8");
    }

    @Test
    void refusesWhatAnEarlierConversionHasSpoilt() throws Exception {
        String twice = new String(PROSE.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));

        assertThat(refusal(Files.writeString(folder.resolve("a.txt"), twice))).contains("converted twice");
        assertThat(refusal(Files.writeString(folder.resolve("b.txt"), "Une caf\uFFFDti\u00e8re.")))
                .contains("has lost");
    }

    @Test
    void refusesAnUnknownCharset() throws Exception {
        Path file = Files.write(
                folder.resolve("page.html"),
                "<meta charset=utf-99><p>\u00e9</p>".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal(file)).contains("utf-99");
    }

    @Test
    void refusesABombWithoutUnpackingIt() throws Exception {
        assertThat(refusal(WordFiles.bomb(folder.resolve("bombe.docx"), 60))).contains("bomb", "word/document.xml");
    }

    @Test
    void refusesEntitiesThatMultiply() throws Exception {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"ha\">");
        for (int i = 1; i <= 30; i++) {
            entities.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }
        Path file = WordFiles.withBody(folder.resolve("rires.docx"), """
                <?xml version="1.0"?><!DOCTYPE d [%s]>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:body><w:p><w:r><w:t>&e30;</w:t></w:r></w:p></w:body></w:document>""".formatted(entities));

        assertThat(refusal(file)).isNotEmpty();
    }

    @Test
    void refusesAFileThatIsTooLargeBeforeReadingIt() throws Exception {
        Path file = folder.resolve("page.html");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(Importer.TOO_LARGE);
        }

        assertThat(refusal(file)).contains("50 MB");
    }

    @Test
    void readsElementsNestedAsDeepAsTheyLike() throws Exception {
        Path file = Files.writeString(folder.resolve("page.html"), "<div>".repeat(50_000) + "<p>" + PROSE + "</p>");

        assertThat(onlyPage(file).sections().getFirst().text()).isEqualTo(PROSE);
    }

    @Test
    void refusesArchivesDamagedFilesFoldersAndMenus() throws Exception {
        Path zip = folder.resolve("pages.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("page.html"));
            out.closeEntry();
        }
        byte[] damaged = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4, 5, 6, 7, 8};

        assertThat(refusal(zip)).contains("archive");
        assertThat(refusal(Files.write(folder.resolve("page.doc"), damaged))).isNotEmpty();
        assertThat(refusal(folder)).contains("folder");
        assertThat(refusal(folder.resolve("absent.html"))).contains("no such file");
        assertThat(refusal(Files.writeString(folder.resolve("vide.txt"), " \n")))
                .contains("empty");
        assertThat(refusal(Files.writeString(folder.resolve("menu.txt"), "Accueil\nLe Gercor\nContact\nPlan")))
                .contains("navigation");
    }

    @Test
    void bringsTheOthersInWhereOneIsRefused() throws Exception {
        List<Imported> all = importer.importAll(
                List.of(folder.resolve("absent.txt"), resource("radiotherapie.txt"), resource("fatigue.html")),
                drafts());

        assertThat(all)
                .hasExactlyElementsOfTypes(Imported.Refused.class, Imported.Drafted.class, Imported.Drafted.class);
    }

    @Test
    void neverWritesOverAnotherFile() throws Exception {
        Path draft = drafted(resource("fatigue.html")).draft();
        assertThat(drafted(resource("fatigue.html")).draft()).isEqualTo(draft);
        Files.writeString(draft, "worked on since");

        assertThat(drafted(resource("fatigue.html")).draft()).hasFileName("la-fatigue-2.md");
        assertThat(draft).hasContent("worked on since");
    }

    @Test
    void keepsSignsThatMarkdownWouldTake() throws Exception {
        String signs =
                "- 5 % *et* [plus] <b> `x` \\ a_b_c &eacute; # fin | 2 > 1, dit-on, quand la douleur dure plus que prévu.";
        Path file = Files.writeString(
                folder.resolve("signes.txt"),
                "Quels signes ?\n\n" + "Un " + signs + "\n\n12. " + signs.substring(2) + "\n");

        Page page = onlyPage(file);

        assertThat(page.sections().getFirst().text()).isEqualTo("Un " + signs + "\n" + signs.substring(2));
    }

    private Path drafts() {
        return folder.resolve("drafts");
    }

    private Imported.Drafted drafted(Path file) throws IOException {
        return (Imported.Drafted) importer.importAll(List.of(file), drafts()).getFirst();
    }

    private String refusal(Path file) throws IOException {
        return ((Imported.Refused) importer.importAll(List.of(file), drafts()).getFirst()).reason();
    }

    private Page onlyPage(Path file) throws IOException {
        drafted(file);
        Content content = new ContentReader().read(SourceFolder.read(drafts()));
        return content.pages().iterator().next();
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(ImporterTests.class.getResource("/importing/" + name).toURI());
    }
}

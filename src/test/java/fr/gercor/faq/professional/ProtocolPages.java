package fr.gercor.faq.professional;

import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Protocols made of their names and tables, for tests; and those of the site. */
final class ProtocolPages {

    private static final Path SITE = Path.of("content");

    private final List<SourceFile> files = new ArrayList<>();

    /** The pages that the site has. */
    static Content ofTheSite() {
        return new ContentReader().read(SourceFolder.read(SITE));
    }

    /** A protocol with a cycle of a fortnight. */
    ProtocolPages with(String slug, String title, String topics, String... rows) {
        String page = """
                ---
                title: "%s"
                summary: Une phrase.
                audience: professional
                author: Rédaction
                reviewedOn: 2026-11-22
                validUntil: 2027-11-22
                topics: [%s]
                sources: [{title: Guide, organisation: Agence, year: 2025}]
                protocol: {organs: [voies biliaires], lines: [], drugs: [oxaliplatine], sponsors: [], cycleDays: 14}
                ---

                ## Doses {#doses}

                | Médicament | Dose | Voie | Jour | Durée |
                | --- | --- | --- | --- | --- |
                %s
                """.formatted(title, topics, String.join("\n", rows));
        files.add(new SourceFile("professionnels/protocoles/" + slug + ".md", page));
        return this;
    }

    Content content() {
        return new ContentReader().read(new SourceFolder(files));
    }
}

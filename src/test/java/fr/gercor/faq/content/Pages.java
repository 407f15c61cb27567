package fr.gercor.faq.content;

import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import java.util.List;

/** Pages made of a text, for tests. */
final class Pages {

    private Pages() {}

    /** A page whose one section, {@code definition}, holds {@code text}. */
    static Page of(String text) {
        String page = """
                ---
                title: Titre
                summary: Une phrase.
                audience: public
                author: Rédaction
                reviewedOn: 2026-11-22
                validUntil: 2027-11-22
                sources: [{title: Guide, organisation: Agence, year: 2025}]
                ---

                ## Titre {#definition}

                """ + text;
        return new ContentReader()
                .read(new SourceFolder(List.of(new SourceFile("grand-public/page.md", page))))
                .page("grand-public/page")
                .orElseThrow();
    }
}

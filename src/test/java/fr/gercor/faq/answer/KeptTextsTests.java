package fr.gercor.faq.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.testsupport.WholeContent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On the content and the intents that are served, for they hold every kind of block, rule and entry. */
class KeptTextsTests {

    @Test
    void givesTheContentBackAsItWasRead() {
        Content read = new ContentReader().read(SourceFolder.read(WholeContent.CONTENT));
        Content kept = Beside.result(KeptTexts.content(KeptTexts.bytes(read)));
        assertThat(List.copyOf(kept.pages())).isNotEmpty().isEqualTo(List.copyOf(read.pages()));
        assertThat(kept.contacts()).isEqualTo(read.contacts());
        assertThat(kept.glossary()).isEqualTo(read.glossary());
        assertThat(kept.plan()).isEqualTo(read.plan());
        assertThat(kept.redirects()).isNotEmpty().isEqualTo(read.redirects());
    }

    @Test
    void givesTheCatalogueBackAsItWasRead() {
        Catalogue read = new CatalogueReader().read(SourceFolder.read(WholeContent.INTENTS));
        Catalogue kept = KeptTexts.catalogue(KeptTexts.bytes(read));
        assertThat(kept.intents()).isNotEmpty().isEqualTo(read.intents());
        assertThat(kept.lexicon()).isEqualTo(read.lexicon());
        assertThat(kept.smallTalk()).isEqualTo(read.smallTalk());
        assertThat(kept.outOfScope()).isEqualTo(read.outOfScope());
        assertThat(kept.rules()).isEqualTo(read.rules());
        assertThat(kept.concerns()).isEqualTo(read.concerns());
        assertThat(kept.situations()).isEqualTo(read.situations());
    }
}

package fr.gercor.faq.checking;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.YamlNode;
import java.util.Optional;

/** Every page that a page names as related is written, is another one, and may be read by the same readers. */
final class RelatedCheck implements Check {

    @Override
    public void check(Corpus corpus, Faults faults) {
        for (Page page : corpus.pages()) {
            for (YamlNode node : corpus.frontMatter(page).items("related", new Faults())) {
                fault(corpus, page, Corpus.text(node))
                        .ifPresent(message -> faults.error(corpus.fileOf(page), node.line(), message));
            }
        }
    }

    private static Optional<String> fault(Corpus corpus, Page page, String id) {
        if (id.equals(page.id())) {
            return Optional.of("a page is not related to itself");
        }
        boolean hidden = corpus.content()
                .page(id)
                .filter(other -> !page.audience().mayRead(other.audience()))
                .isPresent();
        if (hidden && page.audience() == Audience.PUBLIC) {
            return Optional.of("a public page does not lead to a professional one: " + id);
        }
        return corpus.hasPage(id) ? Optional.empty() : Optional.of("there is no page \"" + id + "\"");
    }
}

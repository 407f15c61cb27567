package fr.gercor.faq.checking;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Block;
import fr.gercor.faq.content.Line;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Run;
import fr.gercor.faq.content.Section;
import fr.gercor.faq.source.Faults;
import java.util.Optional;
import java.util.Set;

/** Every link of a page leads to a page, a section or a folder of the site, or out of it; none of the public to a professional page. */
final class LinkCheck implements Check {

    private static final String PROFESSIONAL = "professionnels";

    /** Addresses of the site that are no pages of the content. */
    private static final Set<String> OTHER_ADDRESSES = Set.of("", "glossaire", "recherche");

    @Override
    public void check(Corpus corpus, Faults faults) {
        for (Page page : corpus.pages()) {
            check(corpus, page, page.introduction(), faults);
            page.sections().forEach(section -> check(corpus, page, section, faults));
        }
    }

    private static void check(Corpus corpus, Page page, Section section, Faults faults) {
        for (Block block : section.blocks()) {
            for (Line line : block.lines()) {
                for (Run run : line.runs()) {
                    run.link().ifPresent(address -> fault(corpus, page, address)
                            .ifPresent(message -> faults.error(
                                    corpus.fileOf(page),
                                    corpus.lineOf(page, "](" + address, section.line()),
                                    message)));
                }
            }
        }
    }

    private static Optional<String> fault(Corpus corpus, Page page, String address) {
        if (address.startsWith("https://") || address.startsWith("http://") || address.startsWith("tel:")) {
            return Optional.empty();
        }
        if (address.startsWith("#")) {
            return corpus.faultOf(page.id() + address);
        }
        if (!address.startsWith("/")) {
            return Optional.of("a link begins with /, # or https://, not " + address);
        }
        String target = address.substring(1).replaceFirst("\\?[^#]*", "");
        if (page.audience() == Audience.PUBLIC && target.startsWith(PROFESSIONAL)) {
            return Optional.of("a public page does not lead to a professional one: " + address);
        }
        boolean other = OTHER_ADDRESSES.contains(target.replaceFirst("#.*", ""));
        return other || isFolder(corpus, target) ? Optional.empty() : corpus.faultOf(target);
    }

    private static boolean isFolder(Corpus corpus, String target) {
        return corpus.content().pages().stream().anyMatch(page -> page.id().startsWith(target + "/"));
    }
}

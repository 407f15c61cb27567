package fr.gercor.faq.professional;

import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.professional.ProtocolNames.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The protocols of the content in force, by their names and addresses; what is drawn from a content is drawn once. */
final class Protocols {

    /** Where the pages for the bedside stand. */
    static final String ADDRESS = "/pro/protocoles";

    private record Drawn(Content content, List<Page> pages, ProtocolNames names) {}

    private final Supplier<Content> contents;
    private final ClinicalWords words = new ClinicalWords();
    private final ComparisonRule comparisons = new ComparisonRule(words);
    private final DoseForOnePatient doses = new DoseForOnePatient(words);
    private final DayReader days = new DayReader(words);
    private final AtomicReference<Optional<Drawn>> drawn = new AtomicReference<>(Optional.empty());

    Protocols(Supplier<Content> contents) {
        this.contents = contents;
    }

    /** The pages of all protocols, in the order of the plan's folders. */
    List<Page> pages() {
        return drawn().pages();
    }

    /** The page of any kind, whoever it is written for. */
    Optional<Page> page(String id) {
        return contents.get().page(id);
    }

    /** The protocol at the bedside address {@code slug}. */
    Optional<Page> protocol(String slug) {
        return pages().stream().filter(page -> slug(page).equals(slug)).findFirst();
    }

    /** The last part of a page's id. */
    static String slug(Page page) {
        return page.id().substring(page.id().lastIndexOf('/') + 1);
    }

    /** Where a page stands at the bedside; empty where it is no protocol. */
    static Optional<String> bedside(Page page) {
        return page.protocol().map(protocol -> ADDRESS + "/" + slug(page));
    }

    /** The protocols side by side that a question compares; empty where it compares none. */
    Optional<Comparison> compared(String question) {
        List<String> asked = ClinicalWords.of(question);
        List<Named> named = comparisons.compared(asked, drawn().names().in(asked));
        return named.isEmpty() ? Optional.empty() : Optional.of(Comparison.of(named));
    }

    /** Whether a question asks for one patient's own dose. */
    boolean isForOnePatient(String question) {
        return doses.isAskedBy(question);
    }

    Optional<CycleStrip> strip(Page page) {
        return CycleStrip.of(page, days);
    }

    private Drawn drawn() {
        Content content = contents.get();
        Optional<Drawn> last = Objects.requireNonNull(drawn.get());
        if (last.isPresent() && last.get().content() == content) {
            return last.get();
        }
        Drawn now = new Drawn(
                content,
                content.pages().stream()
                        .filter(page -> page.protocol().isPresent())
                        .toList(),
                new ProtocolNames(content));
        drawn.set(Optional.of(now));
        return now;
    }
}

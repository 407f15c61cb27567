package fr.gercor.faq.escalation;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Reply.QuotedPassage;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The passages that a clinician may attach to an answer: those that a patient may read. */
public final class PublicPassages {

    private final Supplier<Engine> engines;

    PublicPassages(Supplier<Engine> engines) {
        this.engines = engines;
    }

    /** The passages that words are about, the likeliest first. */
    public List<QuotedPassage> find(String words, int most) {
        if (words.isBlank()) {
            return List.of();
        }
        Engine engine = engines.get();
        return engine.search(words, most, Audience.PUBLIC).stream()
                .flatMap(hit -> engine.content().page(hit.passage().page(), Audience.PUBLIC).stream()
                        .map(page -> QuotedPassage.of(0, page, hit.passage().whole())))
                .toList();
    }

    /** The fault of the first passage that can't be attached. */
    Optional<Settling.BadPassage> fault(List<Attachment> attachments) {
        Content content = engines.get().content();
        return attachments.stream()
                .flatMap(each -> fault(content, each).map(fault -> new Settling.BadPassage(each, fault)).stream())
                .findFirst();
    }

    private static Optional<Attachment.Fault> fault(Content content, Attachment attachment) {
        Optional<Page> page = content.page(attachment.page());
        if (page.isPresent() && !Audience.PUBLIC.mayRead(page.get().audience())) {
            return Optional.of(Attachment.Fault.PROFESSIONAL);
        }
        return page.flatMap(each -> quote(each, attachment)).isPresent()
                ? Optional.empty()
                : Optional.of(Attachment.Fault.UNKNOWN);
    }

    /** The passages as a reply quotes them; those that the content no longer holds are left out. */
    public List<QuotedPassage> quote(List<Attachment> attachments) {
        Content content = engines.get().content();
        List<QuotedPassage> quoted = new ArrayList<>();
        for (Attachment attachment : attachments) {
            content.page(attachment.page(), Audience.PUBLIC)
                    .flatMap(page -> quote(page, attachment).map(quote -> QuotedPassage.of(0, page, quote)))
                    .filter(passage -> !quoted.contains(passage))
                    .ifPresent(quoted::add);
        }
        return quoted;
    }

    private static Optional<Quote> quote(Page page, Attachment attachment) {
        return page.quote(attachment.hash()).filter(quote -> quote.anchor().equals(attachment.anchor()));
    }
}

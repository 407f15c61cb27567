package fr.gercor.faq.console;

import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.answer.Reply.QuotedPassage;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.SectionHtml;
import fr.gercor.faq.review.Review;
import fr.gercor.faq.review.Transcript.Told;
import java.util.List;
import java.util.Optional;

/**
 * A turn as it stands on the screen.
 *
 * @param told what was said
 * @param quotes of the reply, in order
 * @param review as this reader may see it
 */
record ToldView(Told told, List<QuoteView> quotes, Review review) {

    ToldView {
        quotes = List.copyOf(quotes);
    }

    /**
     * A quote with the section around it.
     *
     * @param passage that was quoted
     * @param section as HTML with the quote marked; empty where the page no longer says it
     */
    record QuoteView(QuotedPassage passage, Optional<String> section) {}

    static ToldView of(Told told, Content content, Review review) {
        return new ToldView(
                told,
                told.reply().map(Reply::passages).orElse(List.of()).stream()
                        .map(passage -> new QuoteView(passage, section(passage, content)))
                        .toList(),
                review);
    }

    private static Optional<String> section(QuotedPassage passage, Content content) {
        return content.page(passage.page())
                .flatMap(page -> page.quote(passage.hash()).flatMap(quote -> page.section(quote.anchor())
                        .map(section -> SectionHtml.of(section, List.of(quote)))));
    }
}

package fr.gercor.faq.professional;

import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.answer.Reply.QuotedPassage;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Block;
import fr.gercor.faq.content.Line;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Quote;
import fr.gercor.faq.conversation.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A turn of a clinician's conversation as it is shown.
 *
 * @param seq its place
 * @param asked what was asked; empty where nobody asked
 * @param reply that it got
 * @param sources the pages that are quoted, the one that answers first
 * @param comparison protocols side by side, in place of the reply's own quotes; empty where none were compared
 * @param forOnePatient whether a dose for one patient was asked for
 */
record AnswerView(
        long seq,
        String asked,
        Reply reply,
        List<SourceView> sources,
        Optional<Comparison> comparison,
        boolean forOnePatient) {

    private static final String REFERENCES = "references";

    AnswerView {
        sources = List.copyOf(sources);
    }

    /**
     * A page and what is quoted of it.
     *
     * @param title of the page
     * @param quotes in the reply's order
     * @param references that a protocol names, as its page has them
     * @param reviewedOn the day it was last checked against its sources
     * @param validated whether a physician of the group has validated it
     * @param bedside where the protocol stands at the bedside; empty for any other page
     * @param summarised whether it sums up publications, and stands for no protocol in force
     */
    record SourceView(
            String title,
            List<QuoteView> quotes,
            List<String> references,
            LocalDate reviewedOn,
            boolean validated,
            Optional<String> bedside,
            boolean summarised) {
        SourceView {
            quotes = List.copyOf(quotes);
            references = List.copyOf(references);
        }
    }

    static AnswerView of(Turn turn, Protocols protocols) {
        String asked = turn.text().orElse("");
        boolean isAlarm = turn.reply().outcome() == Reply.Outcome.URGENT;
        Optional<Comparison> comparison = isAlarm ? Optional.empty() : protocols.compared(asked);
        return new AnswerView(
                turn.seq(),
                asked,
                turn.reply(),
                comparison.isPresent() ? compared(comparison.get()) : sources(turn.reply(), protocols),
                comparison,
                protocols.isForOnePatient(asked));
    }

    /** The suggestions that lead to another question. */
    public List<Reply.Suggestion> questions() {
        return reply.suggestions().stream()
                .filter(each -> each.action() == Reply.Action.ASK || each.action() == Reply.Action.CHOOSE)
                .toList();
    }

    private static List<SourceView> compared(Comparison comparison) {
        return comparison.columns().stream()
                .map(Comparison.Column::page)
                .distinct()
                .map(page -> source(page, List.of()))
                .toList();
    }

    private static List<SourceView> sources(Reply reply, Protocols protocols) {
        Map<String, List<QuotedPassage>> byPage = new LinkedHashMap<>();
        reply.passages().forEach(passage -> byPage.computeIfAbsent(passage.page(), ignored -> new ArrayList<>())
                .add(passage));
        return byPage.values().stream()
                .map(passages -> protocols
                        .page(passages.getFirst().page())
                        .map(page -> source(
                                page,
                                passages.stream()
                                        .map(passage -> quote(page, passage))
                                        .toList()))
                        .orElseGet(() -> gone(passages)))
                .toList();
    }

    private static SourceView source(Page page, List<QuoteView> quotes) {
        return new SourceView(
                page.title(),
                quotes,
                references(page),
                page.reviewedOn(),
                page.validation().isPresent(),
                Protocols.bedside(page),
                page.audience() == Audience.PROFESSIONAL);
    }

    /** Where the page has changed since, its former words are shown as they were said. */
    private static QuoteView quote(Page page, QuotedPassage passage) {
        Optional<Quote> quote = page.quote(passage.hash())
                .filter(found -> page.section(found.anchor()).isPresent());
        return quote.map(found -> QuoteView.of(page, found)).orElseGet(() -> former(passage));
    }

    private static QuoteView former(QuotedPassage passage) {
        return new QuoteView(passage.heading(), passage.url(), passage.quote(), Optional.empty());
    }

    private static SourceView gone(List<QuotedPassage> passages) {
        QuotedPassage first = passages.getFirst();
        return new SourceView(
                first.title(),
                passages.stream().map(AnswerView::former).toList(),
                List.of(),
                first.reviewedOn(),
                first.validated(),
                Optional.empty(),
                false);
    }

    private static List<String> references(Page page) {
        if (page.protocol().isEmpty()) {
            return List.of();
        }
        return page.section(REFERENCES).stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Items.class::isInstance)
                .flatMap(block -> block.lines().stream())
                .map(Line::text)
                .toList();
    }
}

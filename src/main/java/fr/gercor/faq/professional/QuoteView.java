package fr.gercor.faq.professional;

import fr.gercor.faq.content.Block;
import fr.gercor.faq.content.Line;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Passage;
import fr.gercor.faq.content.Quote;
import java.util.List;
import java.util.Optional;

/**
 * Words of a page as they are shown, each linked to where they stand.
 *
 * @param heading of their section
 * @param address of the section with the quote marked
 * @param text word for word
 * @param table the same as a small table, where rows of one are quoted
 */
record QuoteView(String heading, String address, String text, Optional<Rows> table) {

    /**
     * Rows of a table.
     *
     * @param headers of its columns
     * @param rows each as wide as the headers
     */
    record Rows(List<String> headers, List<List<String>> rows) {
        Rows {
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A quote of a page, with its headers where it is a row of a table. */
    static QuoteView of(Page page, Quote quote) {
        boolean isRow = page.passages(quote.anchor()).stream()
                .anyMatch(passage ->
                        passage.kind() == Passage.Kind.ROW && passage.text().equals(quote.text()));
        return new QuoteView(
                page.section(quote.anchor()).orElseThrow().heading(),
                address(page, quote),
                quote.text(),
                isRow ? Optional.of(row(page, quote)) : Optional.empty());
    }

    /** Rows of one table of a page, shown as one; the address marks the first. */
    static QuoteView ofRows(Page page, List<Quote> quotes) {
        List<Rows> rows = quotes.stream().map(quote -> row(page, quote)).toList();
        return new QuoteView(
                page.section(quotes.getFirst().anchor()).orElseThrow().heading(),
                quotes.size() == 1
                        ? address(page, quotes.getFirst())
                        : "/" + page.id() + "#" + quotes.getFirst().anchor(),
                quotes.getFirst().text(),
                Optional.of(new Rows(
                        rows.getFirst().headers(),
                        rows.stream().flatMap(each -> each.rows().stream()).toList())));
    }

    private static String address(Page page, Quote quote) {
        return "/" + page.id() + "?quote=" + quote.hash() + "#" + quote.anchor();
    }

    private static Rows row(Page page, Quote quote) {
        Block block = page.section(quote.anchor())
                .orElseThrow()
                .blocks()
                .get(quote.extents().getFirst().block());
        if (!(block instanceof Block.Table table)) {
            throw new IllegalArgumentException("No row of a table: " + quote);
        }
        int width = table.headers().size();
        List<String> cells = quote.extents().stream()
                .map(extent -> table.lines().get(extent.line()))
                .map(Line::text)
                .toList();
        return new Rows(cells.subList(0, width), List.of(cells.subList(width, cells.size())));
    }
}

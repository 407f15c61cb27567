package fr.gercor.faq.professional;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Passage;
import fr.gercor.faq.content.Quote;
import fr.gercor.faq.professional.ProtocolNames.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * Protocols side by side: the same aspects of each, in the words of its page.
 *
 * @param columns one per protocol, in the order in which they were named
 * @param aspects what is compared
 */
record Comparison(List<Column> columns, List<Aspect> aspects) {

    /** More columns than this can't be read side by side. */
    private static final int MOST_COLUMNS = 4;

    private static final int PASSAGES = 2;

    Comparison {
        columns = List.copyOf(columns);
        aspects = List.copyOf(aspects);
    }

    /**
     * A protocol.
     *
     * @param title of its page
     * @param variant the regimen of the page that was named, as the page's table puts it; empty for all of it
     * @param bedside where it stands at the bedside
     * @param page it is quoted from
     */
    record Column(String title, String variant, String bedside, Page page) {}

    /**
     * Something that is compared.
     *
     * @param anchor of the sections that tell it; names it in the message files too
     * @param cells one per column
     */
    record Aspect(String anchor, List<List<QuoteView>> cells) {
        Aspect {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    static Comparison of(List<Named> named) {
        List<Column> columns = new ArrayList<>();
        for (Named each : named.subList(0, Math.min(MOST_COLUMNS, named.size()))) {
            Page page = each.page();
            String variant = rows(page).stream()
                    .map(Comparison::regimen)
                    .filter(regimen ->
                            String.join(" ", ClinicalWords.of(regimen)).equals(each.name()))
                    .findFirst()
                    .orElse("");
            Column column =
                    new Column(page.title(), variant, Protocols.bedside(page).orElse("/" + page.id()), page);
            if (!columns.contains(column)) {
                columns.add(column);
            }
        }
        return new Comparison(
                columns,
                List.of(
                        aspect("objet", columns, Comparison::purpose),
                        aspect(CycleStrip.SECTION, columns, Comparison::drugs),
                        aspect("cycles", columns, column -> first(column, "cycles")),
                        aspect("toxicites", columns, column -> first(column, "toxicites")),
                        aspect("resultats", columns, column -> first(column, "resultats"))));
    }

    private static Aspect aspect(
            String anchor, List<Column> columns, java.util.function.Function<Column, List<QuoteView>> cell) {
        return new Aspect(anchor, columns.stream().map(cell).toList());
    }

    /** What it is: the first passage of the section only names the sources. */
    private static List<QuoteView> purpose(Column column) {
        List<Passage> passages = column.page().passages("objet");
        return passages.stream()
                .skip(passages.size() > 1 ? 1 : 0)
                .limit(1)
                .map(passage -> QuoteView.of(column.page(), passage.whole()))
                .toList();
    }

    /** The rows of the named regimen, or all of them. */
    private static List<QuoteView> drugs(Column column) {
        List<Quote> rows = rows(column.page()).stream()
                .filter(row -> column.variant().isEmpty() || regimen(row).equals(column.variant()))
                .map(Passage::whole)
                .toList();
        return rows.isEmpty() ? List.of() : List.of(QuoteView.ofRows(column.page(), rows));
    }

    private static List<QuoteView> first(Column column, String anchor) {
        return column.page().passages(anchor).stream()
                .limit(PASSAGES)
                .map(passage -> QuoteView.of(column.page(), passage.whole()))
                .toList();
    }

    private static List<Passage> rows(Page page) {
        return page.passages(CycleStrip.SECTION).stream()
                .filter(passage -> passage.kind() == Passage.Kind.ROW)
                .toList();
    }

    private static String regimen(Passage row) {
        String cells = row.text().substring(row.text().indexOf('\n') + 1);
        return CycleStrip.regimenOf(cells.split(java.util.regex.Pattern.quote(Quote.CELL))[0]);
    }
}

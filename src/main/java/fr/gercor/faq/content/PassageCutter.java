package fr.gercor.faq.content;

import fr.gercor.faq.content.Quote.Extent;
import java.util.ArrayList;
import java.util.List;

/** Cuts a section into {@link Passage passages}. */
final class PassageCutter {

    private final SentenceSplitter splitter;

    PassageCutter(SentenceSplitter splitter) {
        this.splitter = splitter;
    }

    /** Adds the passages of {@code section} to {@code passages}. */
    void cut(String page, Section section, List<Passage> passages) {
        int ordinal = 0;
        List<Block> blocks = section.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            int before = passages.size();
            switch (blocks.get(i)) {
                case Block.Paragraph paragraph -> {
                    boolean introduces = paragraph.line().text().stripTrailing().endsWith(":") && i + 1 < blocks.size();
                    if (introduces && blocks.get(i + 1) instanceof Block.Items items) {
                        passages.add(list(page, section, ordinal, paragraph, items, i));
                        i++;
                    } else if (!introduces || !(blocks.get(i + 1) instanceof Block.Table)) {
                        passages.add(paragraph(page, section, ordinal, paragraph, i));
                    }
                }
                case Block.Items items -> passages.add(bareList(page, section, ordinal, items, i));
                case Block.Table table -> rows(page, section, ordinal, table, i, passages);
            }
            ordinal += passages.size() - before;
        }
    }

    private Passage paragraph(String page, Section section, int ordinal, Block.Paragraph paragraph, int block) {
        String text = paragraph.line().text();
        List<Quote> sentences = splitter.split(text).stream()
                .map(range -> new Quote(
                        page,
                        section.anchor(),
                        List.of(new Extent(block, 0, range.start(), range.end())),
                        text.substring(range.start(), range.end())))
                .toList();
        return passage(page, section, ordinal, Passage.Kind.PARAGRAPH, sentences);
    }

    private static Passage list(
            String page, Section section, int ordinal, Block.Paragraph introduction, Block.Items items, int block) {
        List<Extent> extents = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        append(introduction.line(), block, 0, extents, text);
        for (int i = 0; i < items.items().size(); i++) {
            append(items.items().get(i), block + 1, i, extents, text);
        }
        Quote whole = new Quote(page, section.anchor(), extents, text.toString());
        return passage(page, section, ordinal, Passage.Kind.LIST, List.of(whole));
    }

    private static Passage bareList(String page, Section section, int ordinal, Block.Items items, int block) {
        List<Extent> extents = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < items.items().size(); i++) {
            append(items.items().get(i), block, i, extents, text);
        }
        Quote whole = new Quote(page, section.anchor(), extents, text.toString());
        return passage(page, section, ordinal, Passage.Kind.LIST, List.of(whole));
    }

    private static void rows(
            String page, Section section, int ordinal, Block.Table table, int block, List<Passage> passages) {
        int width = table.headers().size();
        for (int row = 0; row < table.rows().size(); row++) {
            List<Extent> extents = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            appendCells(table.headers(), block, 0, extents, text);
            text.append('\n');
            appendCells(table.rows().get(row), block, width * (row + 1), extents, text);
            Quote whole = new Quote(page, section.anchor(), extents, text.toString());
            passages.add(passage(page, section, ordinal + row, Passage.Kind.ROW, List.of(whole)));
        }
    }

    private static void appendCells(List<Line> cells, int block, int first, List<Extent> extents, StringBuilder text) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).text();
            text.append(i == 0 ? "" : Quote.CELL).append(cell);
            extents.add(new Extent(block, first + i, 0, cell.length()));
        }
    }

    private static void append(Line line, int block, int place, List<Extent> extents, StringBuilder text) {
        String item = line.text();
        text.append(text.isEmpty() ? "" : "\n").append(item);
        extents.add(new Extent(block, place, 0, item.length()));
    }

    private static Passage passage(
            String page, Section section, int ordinal, Passage.Kind kind, List<Quote> sentences) {
        return new Passage(page, section.anchor(), section.heading(), ordinal, kind, sentences);
    }
}

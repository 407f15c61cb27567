package fr.gercor.faq.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * A section as HTML, its quoted sentences inside {@code <mark>} and words of the glossary linked to their definitions; works from the
 * very text that is quoted, and escapes all of it.
 */
public final class SectionHtml {

    private final List<Quote.Extent> marks;
    private final List<Mention> mentions;
    private final StringBuilder html = new StringBuilder();

    private SectionHtml(List<Quote.Extent> marks, List<Mention> mentions) {
        this.marks = marks.stream()
                .sorted(Comparator.comparingInt(Quote.Extent::start))
                .toList();
        this.mentions = mentions.stream()
                .sorted(Comparator.comparingInt(mention -> mention.extent().start()))
                .toList();
    }

    /** The section without a mark. */
    public static String of(Section section) {
        return of(section, List.of());
    }

    /**
     * The section with marks.
     *
     * @param quotes those of other sections mark nothing
     */
    public static String of(Section section, List<Quote> quotes) {
        return of(section, quotes, List.of());
    }

    /**
     * The section with marks, and with links to definitions.
     *
     * @param quotes those of other sections mark nothing
     * @param mentions in this section
     */
    public static String of(Section section, List<Quote> quotes, List<Mention> mentions) {
        List<Quote.Extent> marks = new ArrayList<>();
        for (Quote quote : quotes) {
            if (quote.anchor().equals(section.anchor())) {
                marks.addAll(quote.extents());
            }
        }
        SectionHtml writer = new SectionHtml(marks, mentions);
        for (int i = 0; i < section.blocks().size(); i++) {
            writer.block(section.blocks().get(i), i);
        }
        return writer.html.toString();
    }

    private void block(Block block, int place) {
        switch (block) {
            case Block.Paragraph paragraph -> {
                html.append("<p>");
                line(paragraph.line(), place, 0);
                html.append("</p>\n");
            }
            case Block.Items items -> {
                String tag = items.ordered() ? "ol" : "ul";
                html.append('<').append(tag).append(">\n");
                for (int i = 0; i < items.items().size(); i++) {
                    html.append("<li>");
                    line(items.items().get(i), place, i);
                    html.append("</li>\n");
                }
                html.append("</").append(tag).append(">\n");
            }
            case Block.Table table -> table(table, place);
        }
    }

    private void table(Block.Table table, int place) {
        html.append("<div class=\"table\" tabindex=\"0\"><table>\n<thead><tr>");
        int width = table.headers().size();
        for (int i = 0; i < width; i++) {
            html.append("<th scope=\"col\">");
            line(table.headers().get(i), place, i);
            html.append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (int row = 0; row < table.rows().size(); row++) {
            html.append("<tr>");
            for (int i = 0; i < table.rows().get(row).size(); i++) {
                html.append("<td>");
                line(table.rows().get(row).get(i), place, width * (row + 1) + i);
                html.append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }

    private void line(Line line, int block, int place) {
        int offset = 0;
        for (Run run : line.runs()) {
            String before = (run.strong() ? "<strong>" : "") + (run.emphasis() ? "<em>" : "");
            String after = (run.emphasis() ? "</em>" : "") + (run.strong() ? "</strong>" : "");
            run.link()
                    .ifPresent(address ->
                            html.append("<a href=\"").append(safe(address)).append("\">"));
            html.append(before);
            words(run, offset, block, place);
            html.append(after);
            run.link().ifPresent(ignored -> html.append("</a>"));
            offset += run.text().length();
        }
    }

    private void words(Run run, int offset, int block, int place) {
        String text = run.text();
        int at = 0;
        for (Mention mention : mentions) {
            Quote.Extent extent = mention.extent();
            int from = extent.start() - offset;
            int to = extent.end() - offset;
            boolean here = extent.block() == block && extent.line() == place && from >= at && to <= text.length();
            if (!here || run.link().isPresent()) {
                continue;
            }
            marked(text, at, from, offset, block, place);
            html.append("<a class=\"term\" href=\"")
                    .append(safe(mention.address()))
                    .append("\" data-definition=\"");
            html.append(escape(mention.term().definition())).append('"');
            mention.term().page().ifPresent(page -> html.append(" data-page=\"/")
                    .append(escape(page))
                    .append('"'));
            html.append('>');
            marked(text, from, to, offset, block, place);
            html.append("</a>");
            at = to;
        }
        marked(text, at, text.length(), offset, block, place);
    }

    /** The characters of {@code text} from {@code begin} to {@code end}, of a run that begins at {@code offset} of its line. */
    private void marked(String text, int begin, int end, int offset, int block, int place) {
        int at = begin;
        for (Quote.Extent mark : marks) {
            if (mark.block() != block || mark.line() != place) {
                continue;
            }
            int from = Math.max(at, mark.start() - offset);
            int to = Math.min(end, mark.end() - offset);
            if (from < to) {
                html.append(escape(text.substring(at, from)));
                html.append("<mark>").append(escape(text.substring(from, to))).append("</mark>");
                at = to;
            }
        }
        html.append(escape(text.substring(at, end)));
    }

    /** Addresses of this site and of the web; anything else leads to the page itself. */
    private static String safe(String address) {
        boolean known = address.startsWith("/")
                || address.startsWith("#")
                || address.startsWith("https://")
                || address.startsWith("http://")
                || address.startsWith("tel:");
        return known ? escape(address) : "#";
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

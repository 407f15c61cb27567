package fr.gercor.faq.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** A section as HTML, its quoted sentences inside {@code <mark>}; works from the very text that is quoted, and escapes all of it. */
public final class SectionHtml {

    private final List<Quote.Extent> marks;
    private final StringBuilder html = new StringBuilder();

    private SectionHtml(List<Quote.Extent> marks) {
        this.marks = marks.stream()
                .sorted(Comparator.comparingInt(Quote.Extent::start))
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
        List<Quote.Extent> marks = new ArrayList<>();
        for (Quote quote : quotes) {
            if (quote.anchor().equals(section.anchor())) {
                marks.addAll(quote.extents());
            }
        }
        SectionHtml writer = new SectionHtml(marks);
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
            run.link().ifPresent(address -> html.append("<a href=\"").append(safe(address)).append("\">"));
            html.append(before);
            marked(run.text(), offset, block, place);
            html.append(after);
            run.link().ifPresent(ignored -> html.append("</a>"));
            offset += run.text().length();
        }
    }

    private void marked(String text, int offset, int block, int place) {
        int at = 0;
        for (Quote.Extent mark : marks) {
            if (mark.block() != block || mark.line() != place) {
                continue;
            }
            int from = Math.max(at, mark.start() - offset);
            int to = Math.min(text.length(), mark.end() - offset);
            if (from < to) {
                html.append(escape(text.substring(at, from)));
                html.append("<mark>").append(escape(text.substring(from, to))).append("</mark>");
                at = to;
            }
        }
        html.append(escape(text.substring(at)));
    }

    /** Addresses of this site and of the web; anything else leads to the page itself. */
    private static String safe(String address) {
        boolean known = address.startsWith("/") || address.startsWith("#") || address.startsWith("https://")
                || address.startsWith("http://") || address.startsWith("tel:");
        return known ? escape(address) : "#";
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

package fr.gercor.faq.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Cuts what is left of a page of HTML into pieces; walks without recursion, for pages nest as deep as they like. */
final class HtmlPieces implements NodeFilter {

    /** A bold paragraph no longer than this is a heading that was made by hand. */
    private static final int LONGEST_BOLD_HEADING = 120;

    /** A cell of a table of facts is no longer; longer ones are columns of a layout. */
    private static final int LONGEST_CELL = 200;

    private static final Pattern BULLET = Pattern.compile("^[-–•·▪◦\uf0b7\uf0a7]\\s*(?=\\S)(.*)$");

    private final ToIntFunction<Element> lines;
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<Element> lists = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int bold;
    private int boldText;
    private int items;
    private int line;
    private boolean broken;

    private HtmlPieces(ToIntFunction<Element> lines) {
        this.lines = lines;
    }

    static List<Piece> of(Element body, ToIntFunction<Element> lines) {
        HtmlPieces reader = new HtmlPieces(lines);
        NodeTraversor.filter(reader, body);
        reader.flush();
        return reader.pieces;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.text());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        switch (element.normalName()) {
            case "br" -> lineBreak();
            case "b", "strong" -> bold++;
            case "ul", "ol" -> {
                flush();
                lists.push(element);
            }
            case "li" -> {
                flush();
                items++;
            }
            case "table" -> {
                flush();
                if (isOfFacts(element)) {
                    pieces.add(table(element));
                    return FilterResult.SKIP_CHILDREN;
                }
            }
            default -> {
                if (isBlock(element)) {
                    flush();
                }
            }
        }
        if (isBlock(element) || text.isEmpty()) {
            line = lines.applyAsInt(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        switch (name) {
            case "b", "strong" -> bold--;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(name.charAt(1) - '0');
            case "li" -> {
                flush();
                items--;
            }
            case "ul", "ol" -> {
                flush();
                lists.pollFirst();
            }
            default -> {
                if (isBlock(element)) {
                    flush();
                }
            }
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isBlock(Element element) {
        return element.isBlock() || element.normalName().matches("td|th|tr|caption|dt|dd|center|figcaption|li");
    }

    private void append(String words) {
        if (!words.isBlank()) {
            broken = false;
            boldText += bold > 0 ? words.strip().length() : 0;
        }
        text.append(words);
    }

    /** One break is a line of an address, two are how paragraphs were once made. */
    private void lineBreak() {
        if (broken) {
            flush();
        } else {
            text.append(' ');
            broken = true;
        }
    }

    private String take() {
        String taken = text.toString()
                .replaceAll("[\u00ad\u200b\ufeff]", "")
                .replaceAll("[\\s\u00a0\u202f]+", " ")
                .strip();
        text.setLength(0);
        broken = false;
        return taken;
    }

    private void heading(int level) {
        String heading = take();
        boldText = 0;
        if (!heading.isEmpty()) {
            pieces.add(new Piece.Heading(level, heading, line));
        }
    }

    private void flush() {
        int stressed = boldText;
        boldText = 0;
        String paragraph = take();
        if (paragraph.isEmpty()) {
            return;
        }
        Matcher bullet = BULLET.matcher(paragraph);
        if (items > 0) {
            item(paragraph, !lists.isEmpty() && lists.peek().normalName().equals("ol"));
        } else if (bullet.matches()) {
            item(bullet.group(1), false);
        } else if (isBoldHeading(paragraph, stressed)) {
            pieces.add(new Piece.Heading(3, paragraph, line));
        } else {
            pieces.add(new Piece.Paragraph(paragraph, line));
        }
    }

    private static boolean isBoldHeading(String paragraph, int stressed) {
        int letters = paragraph.replace(" ", "").length();
        return stressed >= letters && paragraph.length() <= LONGEST_BOLD_HEADING && !paragraph.matches(".*[.:;,!…]$");
    }

    private void item(String words, boolean ordered) {
        if (!pieces.isEmpty() && pieces.getLast() instanceof Piece.Items above && above.ordered() == ordered) {
            pieces.removeLast();
            List<String> longer = new ArrayList<>(above.items());
            longer.add(words);
            pieces.add(new Piece.Items(ordered, longer, above.line()));
        } else {
            pieces.add(new Piece.Items(ordered, List.of(words), line));
        }
    }

    /** Two columns or more of one height, in short cells that hold no blocks of their own. */
    private static boolean isOfFacts(Element table) {
        if (table.attr("role").equals("presentation")
                || !table.select("table table, h1, h2, h3, ul, ol").isEmpty()) {
            return false;
        }
        Elements rows = table.select("tr");
        int width = rows.isEmpty() ? 0 : rows.get(0).select("> td, > th").size();
        return rows.size() >= 2
                && width >= 2
                && table.select("[colspan], [rowspan]").stream().allMatch(HtmlPieces::spansOne)
                && rows.stream().allMatch(row -> row.select("> td, > th").size() == width)
                && table.select("td, th").stream().allMatch(cell -> cell.text().length() <= LONGEST_CELL);
    }

    private static boolean spansOne(Element cell) {
        return cell.attr("colspan").matches("1?") && cell.attr("rowspan").matches("1?");
    }

    private Piece.Table table(Element table) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            rows.add(row.select("> td, > th").stream()
                    .map(cell -> cell.text().strip())
                    .toList());
        }
        return new Piece.Table(rows, lines.applyAsInt(table));
    }
}

package fr.gercor.faq.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes a page as an author would begin it: front matter with what is left to fill, headings with anchors, text as it was. */
final class DraftWriter {

    private static final String TEMPLATE = "/importing/draft.md";
    private static final int LONGEST_ANCHOR = 50;

    /** What stands above the first heading has this name already. */
    private static final String INTRODUCTION = "introduction";

    private final Furniture furniture;
    private final LocalDate day;

    DraftWriter(Furniture furniture, LocalDate day) {
        this.furniture = furniture;
        this.day = day;
    }

    /**
     * The file.
     *
     * @param title of the page
     * @param pieces what is kept of it
     * @param audience {@code public} or {@code professional}
     */
    String write(String title, List<Piece> pieces, String audience) {
        StringBuilder draft = new StringBuilder(template()
                .replace("${title}", MarkdownText.yaml(title))
                .replace("${topic}", MarkdownText.yaml(title.toLowerCase(Locale.FRENCH)))
                .replace("${audience}", audience)
                .replace("${day}", day.toString())
                .replace("${year}", String.valueOf(day.getYear())));
        String unwritten = draft.toString()
                .lines()
                .filter(line -> line.startsWith("summary:"))
                .findFirst()
                .orElseThrow();
        unwritten = unwritten.substring(unwritten.indexOf('"') + 1, unwritten.lastIndexOf('"'));
        Set<String> anchors = new HashSet<>(Set.of(INTRODUCTION));
        List<Piece> body = withoutTitle(title, pieces);
        for (int i = 0; i < body.size(); i++) {
            draft.append('\n').append(markdown(body.get(i), anchors));
            boolean empty = i + 1 == body.size() || body.get(i + 1) instanceof Piece.Heading;
            if (body.get(i) instanceof Piece.Heading && empty) {
                draft.append('\n').append(unwritten).append('\n');
            }
        }
        return draft.toString();
    }

    /** A page needs a heading of its own besides its title; where it has none, its title stands above its text. */
    private static List<Piece> withoutTitle(String title, List<Piece> pieces) {
        List<Piece> body = new ArrayList<>(pieces);
        body.removeIf(piece -> piece instanceof Piece.Heading heading
                && Slugs.of(heading.text()).equals(Slugs.of(title))
                && !heading.text().endsWith("?"));
        if (body.stream().noneMatch(Piece.Heading.class::isInstance)) {
            body.addFirst(new Piece.Heading(2, title, 0));
        }
        return body;
    }

    private String markdown(Piece piece, Set<String> anchors) {
        return switch (piece) {
            case Piece.Heading heading ->
                "## " + MarkdownText.inline(heading.text()) + " {#" + anchor(heading.text(), anchors) + "}\n";
            case Piece.Paragraph paragraph -> MarkdownText.line(paragraph.text()) + "\n";
            case Piece.Items items -> items(items);
            case Piece.Table table -> table(table);
        };
    }

    private static String items(Piece.Items items) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < items.items().size(); i++) {
            String mark = items.ordered() ? (i + 1) + ". " : "- ";
            list.append(mark).append(MarkdownText.line(items.items().get(i))).append('\n');
        }
        return list.toString();
    }

    private static String table(Piece.Table table) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> row = table.rows().get(i);
            text.append("| ")
                    .append(String.join(
                            " | ", row.stream().map(MarkdownText::inline).toList()))
                    .append(" |\n");
            if (i == 0) {
                text.append("|").append(" --- |".repeat(row.size())).append('\n');
            }
        }
        return text.toString();
    }

    /** Made of the heading's own words, so that a second import makes the same. */
    private String anchor(String heading, Set<String> taken) {
        String slug = furniture.withoutArticles(furniture.withoutOpening(Slugs.of(heading)));
        if (slug.length() > LONGEST_ANCHOR) {
            int hyphen = slug.lastIndexOf('-', LONGEST_ANCHOR);
            slug = slug.substring(0, hyphen > 0 ? hyphen : LONGEST_ANCHOR);
        }
        String wanted = slug.isEmpty() ? "section" : slug;
        String anchor = wanted;
        for (int i = 2; !taken.add(anchor); i++) {
            anchor = wanted + "-" + i;
        }
        return anchor;
    }

    private static String template() {
        try (InputStream in = DraftWriter.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + TEMPLATE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The jar can't be read", e);
        }
    }
}

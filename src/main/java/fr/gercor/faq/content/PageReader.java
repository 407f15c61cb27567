package fr.gercor.faq.content;

import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads one Markdown file with its front matter into a {@link Page}, and says what keeps it from being one. */
final class PageReader {

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\n(.*?\n)---\n", Pattern.DOTALL);
    private static final Pattern ANCHORED = Pattern.compile("^(.*?)\\s*\\{#([a-z0-9-]+)}\\s*$");

    private final Parser markdown = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private final SentenceSplitter splitter = new SentenceSplitter();

    /** The page, or empty where a fault keeps it from being one. */
    Optional<Page> read(SourceFile file, Faults faults) {
        Faults own = new Faults();
        Optional<Page> page = readInto(file, own);
        faults.addAll(own);
        return own.hasErrors() ? Optional.empty() : page;
    }

    private Optional<Page> readInto(SourceFile file, Faults faults) {
        Matcher front = FRONT_MATTER.matcher(file.text());
        if (!front.find()) {
            faults.error(file.path(), 1, "a page begins with its front matter between two lines of ---");
            return Optional.empty();
        }
        Optional<YamlNode> header = YamlNode.read(file.path(), front.group(1), 2, faults);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        int bodyLine = (int) file.text()
                .substring(0, front.end())
                .chars()
                .filter(c -> c == '\n')
                .count();
        Body body = body(file, file.text().substring(front.end()), bodyLine, faults);
        return Optional.of(page(file.id(), header.get(), body, faults));
    }

    private Page page(String id, YamlNode header, Body body, Faults faults) {
        header.onlyFields(
                faults,
                "title",
                "summary",
                "audience",
                "author",
                "reviewedOn",
                "validUntil",
                "topics",
                "sources",
                "related",
                "validation",
                "protocol");
        String title = header.text("title", faults);
        Audience audience = audience(id, header, faults);
        Section introduction = new Section(Section.INTRODUCTION, title, body.introduction, 0);
        List<Passage> passages = new ArrayList<>();
        PassageCutter cutter = new PassageCutter(splitter);
        cutter.cut(id, introduction, passages);
        body.sections.forEach(section -> cutter.cut(id, section, passages));
        return new Page(
                id,
                title,
                header.text("summary", faults),
                audience,
                header.text("author", faults),
                header.date("reviewedOn", faults),
                header.date("validUntil", faults),
                header.texts("topics", faults),
                sources(header, faults),
                header.texts("related", faults),
                header.field("validation").map(node -> validation(node, faults)),
                header.field("protocol").map(node -> protocol(node, faults)),
                introduction,
                body.sections,
                passages);
    }

    private static Audience audience(String id, YamlNode header, Faults faults) {
        boolean inProfessionalFolder = id.startsWith("professionnels/");
        Audience audience =
                switch (header.text("audience", faults)) {
                    case "public" -> Audience.PUBLIC;
                    case "professional" -> Audience.PROFESSIONAL;
                    default -> {
                        faults.error(header.file(), header.line(), "\"audience\" is public or professional");
                        yield Audience.PROFESSIONAL;
                    }
                };
        if (inProfessionalFolder != (audience == Audience.PROFESSIONAL)) {
            faults.error(
                    header.file(),
                    header.line(),
                    "pages of professionnels/, and no others, have the audience professional");
        }
        return audience;
    }

    private static List<Source> sources(YamlNode header, Faults faults) {
        List<Source> sources = new ArrayList<>();
        for (YamlNode node : header.items("sources", faults)) {
            node.onlyFields(faults, "title", "organisation", "year", "url");
            String year = node.text("year", faults);
            if (!year.matches("(19|20)\\d\\d")) {
                faults.error(node.file(), node.line(), "\"year\" is a year such as 2024, not " + year);
                year = "0";
            }
            sources.add(new Source(
                    node.text("title", faults),
                    node.text("organisation", faults),
                    Integer.parseInt(year),
                    node.optionalText("url", faults)));
        }
        if (sources.isEmpty()) {
            faults.error(header.file(), header.line(), "a page names the sources that it rests on");
        }
        return sources;
    }

    private static Validation validation(YamlNode node, Faults faults) {
        node.onlyFields(faults, "role", "date");
        LocalDate on = node.date("date", faults);
        return new Validation(node.text("role", faults), on);
    }

    private static Protocol protocol(YamlNode node, Faults faults) {
        node.onlyFields(faults, "organs", "lines", "drugs", "sponsors", "cycleDays");
        return new Protocol(
                node.texts("organs", faults),
                node.texts("lines", faults),
                node.texts("drugs", faults),
                node.texts("sponsors", faults),
                node.field("cycleDays").flatMap(days -> cycleDays(days, faults)));
    }

    private static Optional<Integer> cycleDays(YamlNode node, Faults faults) {
        String days = node.text(faults);
        if (days.matches("[1-9]\\d?")) {
            return Optional.of(Integer.valueOf(days));
        }
        faults.error(node.file(), node.line(), "\"cycleDays\" is a number of days such as 14, not " + days);
        return Optional.empty();
    }

    private record Body(List<Block> introduction, List<Section> sections) {}

    /** A section whose blocks are still being read. */
    private record OpenSection(String anchor, String heading, int line, List<Block> blocks) {
        Section close() {
            return new Section(anchor, heading, blocks, line);
        }
    }

    private Body body(SourceFile file, String text, int linesAbove, Faults faults) {
        OpenSection introduction = new OpenSection(Section.INTRODUCTION, "", 0, new ArrayList<>());
        List<OpenSection> open = new ArrayList<>();
        for (Node node = markdown.parse(text).getFirstChild(); node != null; node = node.getNext()) {
            int line = linesAbove
                    + 1
                    + (node.getSourceSpans().isEmpty()
                            ? 0
                            : node.getSourceSpans().getFirst().getLineIndex());
            if (node instanceof Heading heading) {
                section(file, heading, line, faults).ifPresent(open::add);
                continue;
            }
            Optional<Block> block = block(node);
            if (block.isPresent()) {
                (open.isEmpty() ? introduction : open.getLast()).blocks().add(block.get());
            } else {
                faults.error(file.path(), line, "only paragraphs, lists, tables and ## headings may be used");
            }
        }
        reportHeadings(file, open, linesAbove, faults);
        return new Body(
                introduction.blocks(), open.stream().map(OpenSection::close).toList());
    }

    private static void reportHeadings(SourceFile file, List<OpenSection> sections, int linesAbove, Faults faults) {
        Set<String> anchors = new HashSet<>(Set.of(Section.INTRODUCTION));
        for (OpenSection section : sections) {
            if (!anchors.add(section.anchor())) {
                faults.error(file.path(), section.line(), "the anchor \"" + section.anchor() + "\" stands twice");
            }
            if (section.blocks().isEmpty()) {
                faults.error(file.path(), section.line(), "the section \"" + section.anchor() + "\" is empty");
            }
        }
        if (sections.isEmpty()) {
            faults.error(file.path(), linesAbove + 1, "a page has at least one ## heading");
        }
    }

    private static Optional<OpenSection> section(SourceFile file, Heading heading, int line, Faults faults) {
        Matcher anchored = ANCHORED.matcher(Lines.of(heading).text());
        if (heading.getLevel() != 2) {
            faults.error(file.path(), line, "headings are of the second level: ## Title {#anchor}");
            return Optional.empty();
        }
        if (!anchored.matches()) {
            faults.error(file.path(), line, "a heading carries its anchor: ## Title {#anchor}, of a-z, 0-9 and -");
            return Optional.empty();
        }
        return Optional.of(new OpenSection(anchored.group(2), anchored.group(1), line, new ArrayList<>()));
    }

    private static Optional<Block> block(Node node) {
        return switch (node) {
            case Paragraph paragraph -> Optional.of(new Block.Paragraph(Lines.of(paragraph)));
            case BulletList list -> Optional.of(new Block.Items(false, items(list)));
            case OrderedList list -> Optional.of(new Block.Items(true, items(list)));
            case TableBlock table -> Optional.of(table(table));
            default -> Optional.empty();
        };
    }

    private static List<Line> items(Node list) {
        List<Line> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(Lines.of(item));
        }
        return items;
    }

    private static Block.Table table(TableBlock table) {
        List<Line> headers = new ArrayList<>();
        List<List<Line>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<Line> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell && row instanceof TableRow) {
                        cells.add(Lines.of(cell));
                    }
                }
                if (part instanceof TableHead) {
                    headers.addAll(cells);
                } else if (part instanceof TableBody) {
                    rows.add(cells);
                }
            }
        }
        return new Block.Table(headers, rows);
    }
}

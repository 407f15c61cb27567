package fr.gercor.faq.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** Reads a page of HTML, whatever its age: takes the furniture out by its tags, its names, its forms and its links. */
final class HtmlReader {

    private static final String NEVER_TEXT =
            "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video, map, link, meta, base";
    private static final String HIDDEN =
            "[hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]";
    private static final String LANDMARKS =
            "nav, [role=navigation], footer, [role=contentinfo], aside, [role=complementary], [role=search], [role=banner]";
    /** A form with more text than this wraps the page itself, as some makers of sites do. */
    private static final int LONGEST_FORM = 400;

    /** What stands around a password is no longer than this. */
    private static final int LONGEST_LOGIN = 250;

    /** How many elements may stand between a password and the whole of its form. */
    private static final int HIGHEST_LOGIN = 10;

    /** An element that holds more of the page than this share is no furniture, whatever its name. */
    private static final double MOST_OF_PAGE = 0.5;

    /** From this share of its text on, links make an element a menu. */
    private static final double LINKED = 0.8;

    private static final int FEWEST_LINKS = 3;
    private static final int LONGEST_LINK = 60;

    private final Furniture furniture;
    private final Document document;
    private final boolean hasLines;
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<String> menu = new ArrayList<>();

    private HtmlReader(Document document, boolean hasLines, Furniture furniture) {
        this.document = document;
        this.hasLines = hasLines;
        this.furniture = furniture;
    }

    /**
     * The page in {@code html}.
     *
     * @param hasLines whether the lines of {@code html} are those of the file
     */
    static OldPage read(String html, boolean hasLines, Furniture furniture) {
        Document document = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(hasLines));
        return new HtmlReader(document, hasLines, furniture).read();
    }

    private OldPage read() {
        Optional<String> title = Optional.of(document.title().strip()).filter(text -> !text.isEmpty());
        document.select(NEVER_TEXT).remove();
        document.select(HIDDEN).forEach(element -> leaveOut(element, Dropped.Kind.HIDDEN));
        document.select("input[type=password]").forEach(this::leaveLoginOut);
        document.select("form").forEach(this::leaveFormOut);
        document.select("input, select, textarea, button").remove();
        saveTitle();
        document.select(LANDMARKS)
                .forEach(element -> leaveOut(
                        element,
                        element.normalName().equals("footer") ? Dropped.Kind.FOOTER : Dropped.Kind.NAVIGATION));
        leaveNamedOut();
        leaveLinkedOut();
        List<Piece> pieces = NumberedParagraphs.joined(HtmlPieces.of(document.body(), this::line));
        List<Piece> kept = new LoosePieces(furniture, dropped, menu).leaveOut(pieces);
        dropped.sort(Comparator.comparingInt(Dropped::line));
        return new OldPage(title, kept, menu, dropped);
    }

    /** The banner of a page often holds the only heading that says what the page is about. */
    private void saveTitle() {
        for (Element header : document.select("header, [role=banner]")) {
            Element heading = header.selectFirst("h1");
            if (heading != null && document.select("h1").size() == 1) {
                header.before(heading);
            }
        }
        document.select("body > header").forEach(header -> leaveOut(header, Dropped.Kind.BANNER));
    }

    private void leaveLoginOut(Element password) {
        Element form = password;
        Element around = password;
        int longest = Math.min(
                LONGEST_LOGIN, (int) (MOST_OF_PAGE * document.body().text().length()));
        for (int i = 0; i < HIGHEST_LOGIN && around.parent() != null; i++) {
            around = around.parent();
            if (around.normalName().equals("body") || around.text().length() > longest) {
                break;
            }
            form = around;
        }
        leaveOut(form, Dropped.Kind.LOGIN);
    }

    private void leaveFormOut(Element form) {
        if (form.text().length() <= LONGEST_FORM) {
            leaveOut(form, Dropped.Kind.FORM);
        } else {
            form.unwrap();
        }
    }

    private void leaveNamedOut() {
        TextCounts counts = TextCounts.within(document.body());
        int whole = counts.of(document.body()).text();
        leaveOutermostOut(element -> {
            boolean heading = element.normalName().matches("body|h[1-6]");
            boolean mostOfPage = counts.of(element).text() > MOST_OF_PAGE * whole;
            return heading || mostOfPage
                    ? Optional.empty()
                    : furniture.container(element.className() + " " + element.id());
        });
    }

    private void leaveLinkedOut() {
        TextCounts counts = TextCounts.within(document.body());
        leaveOutermostOut(element -> {
            TextCounts.Count count = counts.of(element);
            boolean menu = count.links() >= FEWEST_LINKS
                    && count.linked() >= LINKED * count.text()
                    && count.longestLink() <= LONGEST_LINK;
            return menu ? Optional.of(Dropped.Kind.NAVIGATION) : Optional.empty();
        });
    }

    /** From the outside in, so that a menu is left out whole and told in one line. */
    private void leaveOutermostOut(Function<Element, Optional<Dropped.Kind>> kindOf) {
        Map<Element, Dropped.Kind> found = new LinkedHashMap<>();
        NodeTraversor.filter(
                (node, depth) -> {
                    Optional<Dropped.Kind> kind =
                            node instanceof Element element ? kindOf.apply(element) : Optional.empty();
                    kind.ifPresent(each -> found.put((Element) node, each));
                    return kind.isPresent() ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
                },
                document.body());
        found.forEach(this::leaveOut);
    }

    private boolean isStillThere(Element element) {
        return element.ownerDocument() == document;
    }

    private void leaveOut(Element element, Dropped.Kind kind) {
        if (!isStillThere(element)) {
            return;
        }
        String text = element.text().strip();
        if (!text.isEmpty()) {
            dropped.add(new Dropped(line(element), kind, text));
            element.select("a").forEach(link -> menu.add(link.text().strip()));
        }
        element.remove();
    }

    private int line(Element element) {
        return hasLines ? Math.max(0, element.sourceRange().start().lineNumber()) : 0;
    }
}

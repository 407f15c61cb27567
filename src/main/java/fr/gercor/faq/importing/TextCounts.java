package fr.gercor.faq.importing;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** How much text every element of a page holds, and how much of it leads elsewhere; counted in one walk. */
final class TextCounts implements NodeVisitor {

    /**
     * What an element holds, its descendants included.
     *
     * @param text in characters, spaces left out
     * @param linked those of them that stand in links
     * @param links how many
     * @param longestLink in characters, spaces left out
     */
    record Count(int text, int linked, int links, int longestLink) {
        static final Count NOTHING = new Count(0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(
                    text + other.text,
                    linked + other.linked,
                    links + other.links,
                    Math.max(longestLink, other.longestLink));
        }
    }

    private final Map<Node, Count> counts = new IdentityHashMap<>();

    private TextCounts() {}

    static TextCounts within(Element body) {
        TextCounts counts = new TextCounts();
        NodeTraversor.traverse(counts, body);
        return counts;
    }

    Count of(Node node) {
        return counts.getOrDefault(node, Count.NOTHING);
    }

    @Override
    public void head(Node node, int depth) {}

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(node, new Count((int) words.text().chars().filter(c -> c != ' ').count(), 0, 0, 0));
        } else if (node.nodeName().equals("a") && node.hasAttr("href")) {
            int text = of(node).text();
            counts.put(node, new Count(text, text, 1, text));
        }
        Node parent = node.parentNode();
        if (parent != null) {
            add(parent, of(node));
        }
    }

    private void add(Node node, Count count) {
        counts.merge(node, count, Count::plus);
    }
}

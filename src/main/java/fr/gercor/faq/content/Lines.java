package fr.gercor.faq.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns what stands inside a Markdown block into a {@link Line}. */
final class Lines {

    private Lines() {}

    static Line of(Node block) {
        List<Run> runs = new ArrayList<>();
        gather(block, false, false, Optional.empty(), runs);
        return new Line(joined(runs));
    }

    private static void gather(Node parent, boolean strong, boolean emphasis, Optional<String> link, List<Run> runs) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> runs.add(run(text.getLiteral(), strong, emphasis, link));
                case Code code -> runs.add(run(code.getLiteral(), strong, emphasis, link));
                case SoftLineBreak ignored -> runs.add(run(" ", strong, emphasis, link));
                case HardLineBreak ignored -> runs.add(run(" ", strong, emphasis, link));
                case StrongEmphasis inner -> gather(inner, true, emphasis, link, runs);
                case Emphasis inner -> gather(inner, strong, true, link, runs);
                case Link inner -> gather(inner, strong, emphasis, Optional.of(inner.getDestination()), runs);
                case Paragraph inner -> {
                    if (!runs.isEmpty()) {
                        runs.add(run(" ", strong, emphasis, link));
                    }
                    gather(inner, strong, emphasis, link, runs);
                }
                default -> gather(node, strong, emphasis, link, runs);
            }
        }
    }

    private static Run run(String text, boolean strong, boolean emphasis, Optional<String> link) {
        return new Run(Normalizer.normalize(text, Normalizer.Form.NFC), strong, emphasis, link);
    }

    /** Neighbours of one style become one run: the parser cuts texts wherever a sign might have meant something. */
    private static List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        for (Run run : runs) {
            if (!joined.isEmpty()) {
                Run last = joined.getLast();
                if (last.strong() == run.strong()
                        && last.emphasis() == run.emphasis()
                        && last.link().equals(run.link())) {
                    joined.removeLast();
                    joined.add(new Run(last.text() + run.text(), run.strong(), run.emphasis(), run.link()));
                    continue;
                }
            }
            joined.add(run);
        }
        return joined;
    }
}

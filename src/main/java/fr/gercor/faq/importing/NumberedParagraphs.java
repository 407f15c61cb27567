package fr.gercor.faq.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes lists of paragraphs that were numbered by hand, or by Word, one below the other: 1. 2. 3. */
final class NumberedParagraphs {

    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,2})[.)]\\s+(.+)$");

    private NumberedParagraphs() {}

    /** The same pieces; a number that has no neighbour stays what it is, for it may be that of a heading. */
    static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        int at = 0;
        while (at < pieces.size()) {
            List<String> items = new ArrayList<>();
            int next = at;
            int expected = 1;
            while (next < pieces.size() && pieces.get(next) instanceof Piece.Paragraph paragraph) {
                Matcher numbered = NUMBERED.matcher(paragraph.text());
                if (!numbered.matches() || Integer.parseInt(numbered.group(1)) != expected) {
                    break;
                }
                items.add(numbered.group(2));
                expected++;
                next++;
            }
            if (items.size() > 1) {
                joined.add(new Piece.Items(true, items, pieces.get(at).line()));
                at = next;
            } else {
                joined.add(pieces.get(at));
                at++;
            }
        }
        return joined;
    }
}

package fr.gercor.faq.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads text that was copied from a browser: tells the page from its menus, joins hard-wrapped lines, finds headings. */
final class PlainTextReader {

    /** A line as long as this is prose. */
    private static final int PROSE = 80;

    /** No menu names a page at greater length. */
    private static final int LONGEST_MENU_LINE = 60;

    private static final int LONGEST_HEADING = 120;
    private static final int MOST_TITLE_WORDS = 12;

    /** Fewer short lines one below the other are headings, an address, a signature. */
    private static final int FEWEST_MENU_LINES = 3;

    /** No line of a text that was wrapped by hand is longer. */
    private static final int WIDEST_WRAP = 120;

    /** A wrapped line shorter than this share of the widest one ends its paragraph, if it ends a sentence. */
    private static final double SHORT_LINE = 0.75;

    private static final Pattern BULLET = Pattern.compile("^(?:[-–—*•·▪◦►➢]|o(?= {1,4}\\p{Lu}))\\s+(.+)$");
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,2}[.)]\\s+(.+)$");
    private static final Pattern ENDS_SENTENCE = Pattern.compile("[.!?…][»)\"]?$");

    private final Furniture furniture;
    private final List<Row> rows = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<String> menu = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();

    private PlainTextReader(Furniture furniture) {
        this.furniture = furniture;
    }

    /**
     * A line that is not blank.
     *
     * @param number in the file, from 1
     * @param opens whether a blank line, or one that was left out, stands above
     */
    private record Row(int number, String text, boolean opens) {
        boolean startsSmall() {
            return Character.isLowerCase(text.codePointAt(0));
        }

        boolean isItem() {
            return BULLET.matcher(text).matches() || NUMBER.matcher(text).matches();
        }

        boolean isShort() {
            return text.length() <= LONGEST_MENU_LINE && !text.matches(".*[.!?:;,…]$") && !startsSmall();
        }

        boolean isQuestion() {
            return text.endsWith("?")
                    && text.length() <= LONGEST_HEADING
                    && !startsSmall()
                    && !text.substring(0, text.length() - 1).matches(".*[.!?…]\\s.*");
        }

        boolean isProse() {
            return text.length() >= PROSE || isQuestion();
        }
    }

    /** The page in {@code text}. */
    static OldPage read(String text, Furniture furniture) {
        PlainTextReader reader = new PlainTextReader(furniture);
        reader.gather(text);
        reader.leaveMenusOut();
        reader.cutIntoPieces();
        return new OldPage(Optional.empty(), reader.pieces, reader.menu, reader.dropped);
    }

    private void gather(String text) {
        boolean opens = true;
        int number = 0;
        List<Row> out = new ArrayList<>();
        Optional<Dropped.Kind> outKind = Optional.empty();
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = raw.replaceAll("[\u00ad\u200b\ufeff]", "")
                    .replaceAll("[\\s\u00a0\u202f]+", " ")
                    .strip();
            if (line.isEmpty()) {
                opens = true;
                continue;
            }
            Optional<Dropped.Kind> kind = furniture.kind(line);
            Row row = new Row(number, line, opens || !kind.equals(outKind));
            if (!kind.equals(outKind)) {
                leaveOut(out, outKind);
                out.clear();
            }
            outKind = kind;
            if (kind.isPresent()) {
                out.add(row);
            } else {
                rows.add(row);
            }
            opens = false;
        }
        leaveOut(out, outKind);
    }

    /** Tells what is left out block by block, as it stood in the file. */
    private void leaveOut(List<Row> out, Optional<Dropped.Kind> kind) {
        int from = 0;
        while (kind.isPresent() && from < out.size()) {
            int to = from + 1;
            while (to < out.size() && !out.get(to).opens()) {
                to++;
            }
            List<Row> block = out.subList(from, to);
            dropped.add(new Dropped(
                    block.getFirst().number(),
                    kind.get(),
                    String.join(" / ", block.stream().map(Row::text).toList())));
            from = to;
        }
    }

    private void leaveMenusOut() {
        int firstProse = firstProse();
        int lastProse = lastProse();
        Set<Row> gone = new HashSet<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            while (to < rows.size() && isMenuLine(to) && (from >= firstProse || to < firstProse)) {
                to++;
            }
            if (to - from >= FEWEST_MENU_LINES && (to <= firstProse || from > lastProse) && !isIntroduced(from)) {
                int end = isHeadingOfNext(to - 1) ? to - 1 : to;
                leaveOut(rows.subList(from, end), Optional.of(Dropped.Kind.NAVIGATION));
                rows.subList(from, end).forEach(row -> menu.add(label(row)));
                gone.addAll(rows.subList(from, end));
            }
            from = Math.max(to, from + 1);
        }
        rows.removeAll(gone);
        leaveRepeatedOut();
        dropped.sort(Comparator.comparingInt(Dropped::line));
    }

    /** A menu is often repeated at the foot of a page, a line here and a line there. */
    private void leaveRepeatedOut() {
        Set<String> names = new HashSet<>(menu.stream().map(Slugs::of).toList());
        for (int i = rows.size() - 1; i >= 0; i--) {
            boolean last = i == rows.size() - 1;
            if (names.contains(Slugs.of(rows.get(i).text())) && rows.get(i).isShort() && last) {
                leaveOut(List.of(rows.get(i)), Optional.of(Dropped.Kind.NAVIGATION));
                rows.remove(i);
            }
        }
    }

    private int firstProse() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isProse() || isContinued(i)) {
                return i;
            }
        }
        return rows.size();
    }

    private int lastProse() {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).isProse()
                    || ENDS_SENTENCE.matcher(rows.get(i).text()).find()) {
                return i;
            }
        }
        return -1;
    }

    private boolean isMenuLine(int i) {
        return rows.get(i).isShort() && !isContinued(i);
    }

    private boolean isContinued(int i) {
        return i + 1 < rows.size()
                && !rows.get(i + 1).opens()
                && rows.get(i + 1).startsSmall();
    }

    private boolean isIntroduced(int i) {
        return i > 0 && rows.get(i - 1).text().endsWith(":");
    }

    /** Stands apart from the menu above it, or begins the prose below it. */
    private boolean isHeadingOfNext(int i) {
        if (i + 1 >= rows.size() || rows.get(i).isItem()) {
            return false;
        }
        return rows.get(i).opens()
                || !rows.get(i + 1).opens() && rows.get(i + 1).isProse();
    }

    private static String label(Row row) {
        Matcher bullet = BULLET.matcher(row.text());
        return bullet.matches() ? bullet.group(1) : row.text();
    }

    private void cutIntoPieces() {
        int at = 0;
        while (at < rows.size()) {
            Row row = rows.get(at);
            if (row.isItem()) {
                at = list(at);
            } else if (isHeading(at)) {
                pieces.add(new Piece.Heading(2, row.text(), row.number()));
                at++;
            } else {
                at = paragraph(at);
            }
        }
    }

    private boolean isHeading(int at) {
        if (at + 1 >= rows.size()) {
            return false;
        }
        Row row = rows.get(at);
        Row next = rows.get(at + 1);
        if (row.isQuestion()) {
            return next.opens() || !next.startsSmall();
        }
        boolean titled = row.isShort() && row.text().split(" ").length <= MOST_TITLE_WORDS;
        boolean apart = row.opens() && next.opens();
        boolean above = !next.opens() && !next.startsSmall() && next.text().length() >= PROSE;
        return titled && (apart || above);
    }

    private int list(int from) {
        boolean ordered = NUMBER.matcher(rows.get(from).text()).matches();
        List<String> items = new ArrayList<>();
        int at = from;
        while (at < rows.size()) {
            Row row = rows.get(at);
            Matcher item = (ordered ? NUMBER : BULLET).matcher(row.text());
            if (item.matches()) {
                items.add(item.group(1));
            } else if (!row.opens()
                    && (row.startsSmall()
                            || !ENDS_SENTENCE.matcher(items.getLast()).find())) {
                items.add(join(items.removeLast(), row.text()));
            } else {
                break;
            }
            at++;
        }
        pieces.add(new Piece.Items(ordered, items, rows.get(from).number()));
        return at;
    }

    private int paragraph(int from) {
        int widest = widestOfBlock(from);
        String text = rows.get(from).text();
        int at = from + 1;
        while (at < rows.size() && !rows.get(at).opens() && !rows.get(at).isItem() && !endsBefore(at, widest)) {
            text = join(text, rows.get(at).text());
            at++;
        }
        pieces.add(new Piece.Paragraph(text, rows.get(from).number()));
        return at;
    }

    private boolean endsBefore(int at, int widest) {
        String above = rows.get(at - 1).text();
        if (!ENDS_SENTENCE.matcher(above).find() || rows.get(at).startsSmall()) {
            return false;
        }
        boolean wrapped = widest <= WIDEST_WRAP;
        return !wrapped || above.length() < SHORT_LINE * widest || rows.get(at).isQuestion() && isHeading(at);
    }

    private int widestOfBlock(int from) {
        int widest = rows.get(from).text().length();
        for (int i = from + 1; i < rows.size() && !rows.get(i).opens(); i++) {
            widest = Math.max(widest, rows.get(i).text().length());
        }
        return widest;
    }

    /** A word cut at a hyphen keeps it: « peut-être » can't be told from a word that was cut. */
    private static String join(String above, String below) {
        boolean cut = above.matches(".*\\p{L}-$") && Character.isLowerCase(below.codePointAt(0));
        return cut ? above + below : above + " " + below;
    }
}

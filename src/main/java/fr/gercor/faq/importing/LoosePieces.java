package fr.gercor.faq.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out the furniture that stood loose in a page: links back, footers, and menus made of paragraphs or lists. */
final class LoosePieces {

    private static final int PROSE = 80;
    private static final int LONGEST_MENU_LINE = 60;
    private static final int FEWEST_MENU_LINES = 3;

    private final Furniture furniture;
    private final List<Dropped> dropped;
    private final List<String> menu;

    /**
     * @param dropped to which what is left out is added
     * @param menu to which names of other pages are added
     */
    LoosePieces(Furniture furniture, List<Dropped> dropped, List<String> menu) {
        this.furniture = furniture;
        this.dropped = dropped;
        this.menu = menu;
    }

    /** The pieces that are kept. */
    List<Piece> leaveOut(List<Piece> pieces) {
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : pieces) {
            Optional<Dropped.Kind> kind = kind(piece);
            if (kind.isPresent()) {
                dropped.add(new Dropped(piece.line(), kind.get(), piece.text()));
            } else {
                kept.add(piece);
            }
        }
        return withoutMenus(kept);
    }

    private Optional<Dropped.Kind> kind(Piece piece) {
        return switch (piece) {
            case Piece.Heading heading -> furniture.kind(heading.text());
            case Piece.Paragraph paragraph -> furniture.kind(paragraph.text());
            case Piece.Items items ->
                items.items().stream().allMatch(item -> furniture.kind(item).isPresent())
                        ? furniture.kind(items.items().getFirst())
                        : Optional.empty();
            case Piece.Table ignored -> Optional.empty();
        };
    }

    /** Only above the first prose and below the last: between them, short lines are what the author listed. */
    private List<Piece> withoutMenus(List<Piece> pieces) {
        int first = 0;
        while (first < pieces.size() && !isProse(pieces.get(first))) {
            first++;
        }
        int last = pieces.size() - 1;
        while (last >= first && !isProse(pieces.get(last))) {
            last--;
        }
        List<Piece> kept = new ArrayList<>();
        int from = 0;
        while (from < pieces.size()) {
            int to = from;
            int lines = 0;
            while (to < pieces.size() && isShort(pieces.get(to)) && (to < first || to > last)) {
                lines += pieces.get(to) instanceof Piece.Items items
                        ? items.items().size()
                        : 1;
                to++;
            }
            if (lines >= FEWEST_MENU_LINES
                    && !(from > 0 && pieces.get(from - 1).text().endsWith(":"))) {
                List<Piece> run = pieces.subList(from, to);
                dropped.add(new Dropped(
                        run.getFirst().line(),
                        Dropped.Kind.NAVIGATION,
                        String.join(" / ", run.stream().map(Piece::text).toList())));
                run.forEach(piece -> menu.add(piece.text()));
                from = to;
            } else {
                kept.add(pieces.get(from));
                from++;
            }
        }
        return kept;
    }

    private static boolean isProse(Piece piece) {
        return switch (piece) {
            case Piece.Heading heading -> heading.text().endsWith("?") || heading.level() == 1;
            case Piece.Paragraph paragraph ->
                paragraph.text().length() >= PROSE || paragraph.text().matches(".*[.!?:…]$");
            case Piece.Items items ->
                items.items().stream().anyMatch(item -> item.length() >= PROSE || item.endsWith("."));
            case Piece.Table ignored -> true;
        };
    }

    private static boolean isShort(Piece piece) {
        return switch (piece) {
            case Piece.Heading ignored -> false;
            case Piece.Paragraph paragraph ->
                paragraph.text().length() <= LONGEST_MENU_LINE
                        && !paragraph.text().matches(".*[.!?:;,…]$");
            case Piece.Items items ->
                !items.ordered() && items.items().stream().allMatch(item -> item.length() <= LONGEST_MENU_LINE);
            case Piece.Table ignored -> false;
        };
    }
}

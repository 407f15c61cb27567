package fr.gercor.faq.importing;

import java.util.List;
import java.util.Optional;

/**
 * What was read from a page of an older site.
 *
 * @param title by which its file calls it, apart from its headings
 * @param pieces what is kept
 * @param menu the names of other pages that stood in its navigation
 * @param dropped what is left out
 */
record OldPage(Optional<String> title, List<Piece> pieces, List<String> menu, List<Dropped> dropped) {

    OldPage {
        pieces = List.copyOf(pieces);
        menu = List.copyOf(menu);
        dropped = List.copyOf(dropped);
    }
}

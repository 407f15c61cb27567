package fr.gercor.faq.review;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param turns newest first
 * @param next where the next page begins; empty on the last
 */
public record Listing(List<LoggedTurn> turns, Optional<Place> next) {

    public Listing {
        turns = List.copyOf(turns);
    }
}

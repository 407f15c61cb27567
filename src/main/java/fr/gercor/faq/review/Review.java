package fr.gercor.faq.review;

import java.util.List;
import java.util.Optional;

/**
 * The review of a reply as one reader may see it.
 *
 * @param state how far the work has come; empty where nobody has judged
 * @param own the reader's own judgement
 * @param history every change, oldest first; empty while it is kept from the reader
 * @param blind whether others' judgements are kept from the reader until they have given their own: the reply is in a sample
 */
public record Review(Optional<State> state, Optional<Judgement> own, List<Change> history, boolean blind) {

    /** Of a reply that nobody has judged. */
    public static final Review NONE = new Review(Optional.empty(), Optional.empty(), List.of(), false);

    public Review {
        history = List.copyOf(history);
    }
}

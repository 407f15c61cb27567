package fr.gercor.faq.review;

import fr.gercor.faq.answer.Explanation;
import fr.gercor.faq.answer.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation as the patient saw it, with what staff may know beside.
 *
 * @param id of the conversation
 * @param audience for whom it was answered
 * @param begun when it was opened
 * @param turns in order
 * @param more whether there are turns after the last
 */
public record Transcript(UUID id, String audience, Instant begun, List<Told> turns, boolean more) {

    public Transcript {
        turns = List.copyOf(turns);
    }

    /**
     * A turn.
     *
     * @param turn as it is listed
     * @param choice whether a button was pressed
     * @param reply that it got; empty once purged
     * @param explanation of the reply; empty once purged
     * @param reason that the patient gave with their vote
     */
    public record Told(
            LoggedTurn turn,
            boolean choice,
            Optional<Reply> reply,
            Optional<Explanation> explanation,
            Optional<String> reason) {}
}

package fr.gercor.faq.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A question as it is listed.
 *
 * @param ref the number of the turn
 * @param conversation its id
 * @param seq its place in the conversation
 * @param at when it was answered
 * @param text masked; empty once purged, and where a professional spoke
 * @param purged whether the words are gone
 * @param outcome of the reply
 * @param intent that was chosen
 * @param page that was quoted first
 * @param confidence 0 to 1
 * @param urgency {@code medical} or {@code suicide}
 * @param lang of the reply
 * @param vote the patient's
 * @param comment the patient's, masked
 * @param micros microseconds taken to answer
 * @param labels stuck on by readers
 * @param verdicts of the readers who judged it
 * @param state of the review
 */
public record LoggedTurn(
        long ref,
        UUID conversation,
        long seq,
        Instant at,
        Optional<String> text,
        boolean purged,
        String outcome,
        Optional<String> intent,
        Optional<String> page,
        double confidence,
        Optional<String> urgency,
        String lang,
        Optional<String> vote,
        Optional<String> comment,
        long micros,
        List<Label> labels,
        List<Verdict> verdicts,
        Optional<State> state) {

    public LoggedTurn {
        labels = List.copyOf(labels);
        verdicts = List.copyOf(verdicts);
    }

    /** The place after which the page of the transcript begins that shows this turn. */
    public long pageStart() {
        return (seq - 1) / ConversationLog.MOST_TURNS * ConversationLog.MOST_TURNS;
    }
}

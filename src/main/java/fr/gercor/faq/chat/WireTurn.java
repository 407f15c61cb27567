package fr.gercor.faq.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.conversation.Turn;
import org.jspecify.annotations.Nullable;

/**
 * A turn as it goes out, by either door.
 *
 * @param seq its place in the conversation
 * @param clientId of the message; left out where nobody asked
 * @param text what was written, masked; left out where nobody asked
 * @param reply that it got
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WireTurn(
        long seq, @Nullable String clientId, @Nullable String text, Reply reply) {

    static WireTurn of(Turn turn) {
        return new WireTurn(
                turn.seq(), turn.clientId().orElse(null), turn.text().orElse(null), turn.reply());
    }
}

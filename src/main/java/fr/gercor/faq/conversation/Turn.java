package fr.gercor.faq.conversation;

import fr.gercor.faq.answer.Exchange;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import java.util.Optional;

/**
 * Something said and its reply, at its place in a conversation.
 *
 * @param seq its place, from 1; grows by one whichever door a turn came by
 * @param clientId the client's own id of the message; empty where nobody asked: a professional's answer
 * @param text what was written, masked, or the label of the choice
 * @param choice the key of the choice; empty for words
 * @param reply that it got
 */
public record Turn(long seq, Optional<String> clientId, Optional<String> text, Optional<String> choice, Reply reply) {

    /** The exchange that later messages are understood by; empty where nothing was said. */
    Optional<Exchange> exchange() {
        return choice.<Message>map(Message.Choice::new)
                .or(() -> text.map(Message.Text::new))
                .map(message -> new Exchange(message, reply));
    }
}

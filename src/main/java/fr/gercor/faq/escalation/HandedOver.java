package fr.gercor.faq.escalation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A question as a conversation hands it over.
 *
 * @param conversation its id
 * @param kept whether the conversation is stored, so that the answer can be added to it later
 * @param replyId the reply that did not do
 * @param reason why
 * @param question masked
 * @param context what was said before it, masked, oldest first
 * @param email where to tell that there is an answer; never required
 */
public record HandedOver(
        UUID conversation,
        boolean kept,
        String replyId,
        Reason reason,
        String question,
        List<Said> context,
        Optional<String> email) {

    public HandedOver {
        context = List.copyOf(context);
    }
}

package fr.gercor.faq.conversation;

import fr.gercor.faq.answer.Explanation;
import fr.gercor.faq.answer.Reply;
import java.util.Optional;

/**
 * A turn that has no place yet: all that is stored of it but its {@code seq}. Holds masked text only.
 *
 * @param clientId the client's own id of the message
 * @param fingerprint of the message as it was sent, keyed with the conversation's token
 * @param text masked, or the label of the choice
 * @param choice the key of the choice
 * @param reply that it got
 * @param explanation of the reply, masked
 * @param contentVersion of the engine that replied
 * @param micros microseconds taken to answer
 */
record Draft(
        Optional<String> clientId,
        Optional<String> fingerprint,
        Optional<String> text,
        Optional<String> choice,
        Reply reply,
        Optional<Explanation> explanation,
        String contentVersion,
        long micros) {

    Turn at(long seq) {
        return new Turn(seq, clientId, text, choice, reply);
    }

    KnownTurn known(long seq) {
        return new KnownTurn(at(seq), fingerprint);
    }
}

package fr.gercor.faq.conversation;

import java.util.Optional;

/**
 * A turn with what tells whether a message sent again is the same.
 *
 * @param turn as it was told
 * @param fingerprint of its message; empty where there was none
 */
record KnownTurn(Turn turn, Optional<String> fingerprint) {

    boolean answers(String clientId) {
        return turn.clientId().filter(clientId::equals).isPresent();
    }

    /** What a message of the same client id gets. */
    Sent again(String sentFingerprint) {
        return fingerprint.filter(sentFingerprint::equals).isPresent() ? new Sent.Taken(turn) : new Sent.OtherText();
    }
}

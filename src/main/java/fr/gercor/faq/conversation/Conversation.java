package fr.gercor.faq.conversation;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import java.util.Optional;
import java.util.UUID;

/** A conversation whose token was shown: the right to read it, to add to it and to erase it. */
public final class Conversation {

    private final UUID id;
    private final Head head;
    private final boolean kept;
    private final Token token;

    Conversation(UUID id, Head head, boolean kept, Token token) {
        this.id = id;
        this.head = head;
        this.kept = kept;
        this.token = token;
    }

    public UUID id() {
        return id;
    }

    /** For whom it is answered. */
    public Audience audience() {
        return head.audience();
    }

    /** The account that it is bound to; empty for a patient's. */
    public Optional<String> owner() {
        return head.owner();
    }

    /** Whether its turns are stored; otherwise it lives in this node's memory. */
    public boolean isKept() {
        return kept;
    }

    Head head() {
        return head;
    }

    String fingerprint(Message message) {
        return token.fingerprint(message);
    }
}

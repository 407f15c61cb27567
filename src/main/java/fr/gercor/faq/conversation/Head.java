package fr.gercor.faq.conversation;

import fr.gercor.faq.content.Audience;
import java.util.Optional;

/**
 * What is known of a conversation beside its turns.
 *
 * @param tokenHash of the token that opens it
 * @param audience for whom it is answered
 * @param owner the account that it is bound to
 * @param nextSeq the place of the next turn
 */
record Head(String tokenHash, Audience audience, Optional<String> owner, long nextSeq) {

    /** The place of a conversation's first turn. */
    static final long FIRST_SEQ = 1;

    Head at(long next) {
        return new Head(tokenHash, audience, owner, next);
    }
}

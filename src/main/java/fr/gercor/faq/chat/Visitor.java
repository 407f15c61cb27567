package fr.gercor.faq.chat;

import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.SignedIn;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Who stands at a door, beside the token they show.
 *
 * @param signedIn empty for a patient
 */
record Visitor(Optional<SignedIn> signedIn) {

    /** @param principal of the request or of the handshake */
    static Visitor of(@Nullable Principal principal) {
        return new Visitor(
                principal instanceof Authentication session && session.getPrincipal() instanceof SignedIn somebody
                        ? Optional.of(somebody)
                        : Optional.empty());
    }

    /** Whether a conversation whose token was shown is theirs: one that is bound to an account opens for its clinician alone. */
    boolean mayEnter(Conversation conversation) {
        return conversation
                .owner()
                .map(owner -> signedIn.filter(somebody -> somebody.id().equals(owner))
                        .filter(somebody -> somebody.roles().contains(Role.CLINICIAN))
                        .isPresent())
                .orElse(true);
    }
}

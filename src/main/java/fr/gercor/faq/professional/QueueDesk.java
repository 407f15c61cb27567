package fr.gercor.faq.professional;

import fr.gercor.faq.escalation.Clinician;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ResponseStatusException;

/** Knows the clinician who sits at the queue. To anybody else there is no queue, whatever the chain of filters lets through. */
final class QueueDesk {

    private QueueDesk() {}

    /** @throws ResponseStatusException 404 for whoever is no clinician */
    static Clinician clinician(@Nullable Authentication authentication) {
        if (authentication != null
                && authentication.isAuthenticated()
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && authentication.getAuthorities().stream()
                        .anyMatch(granted -> Role.CLINICIAN.authority().equals(granted.getAuthority()))) {
            return new Clinician(signedIn.id(), signedIn.name(), signedIn.title());
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

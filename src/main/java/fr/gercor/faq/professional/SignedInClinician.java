package fr.gercor.faq.professional;

import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.SignedIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever asks, once it is certain that they are a clinician: the chain of filters says so first, and every page here once more. */
final class SignedInClinician {

    private SignedInClinician() {}

    /**
     * The clinician of this request.
     *
     * @throws AccessDeniedException if nobody is logged in, or somebody who is no clinician
     */
    static SignedIn ofThisRequest() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn who
                && who.roles().contains(Role.CLINICIAN)) {
            return who;
        }
        throw new AccessDeniedException("Only clinicians may see this");
    }
}

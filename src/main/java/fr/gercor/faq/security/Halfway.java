package fr.gercor.faq.security;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody whose password was right, and no more: no {@link SignedIn}, and without any role. (The framework's own way to several
 * factors gives the roles with the first, and public pages, which ask for roles alone, would open to it.)
 *
 * @param codeGiven whether the second factor was right as well, and only a new password is wanted
 */
record Halfway(String accountId, long version, boolean codeGiven) implements Identity {

    /** What opens the steps that follow the password. */
    static final String AUTHORITY = "HALFWAY";

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(
                this, null, List.of(new SimpleGrantedAuthority(AUTHORITY)));
    }
}

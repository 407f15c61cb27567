package fr.gercor.faq.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who gave the right password and the right code. */
record Member(String id, String name, String title, Optional<String> organisation, Set<Role> roles, long version)
        implements SignedIn, Identity {

    static Member of(Account account) {
        return new Member(
                account.id(),
                account.name(),
                account.title(),
                account.organisation(),
                account.roles(),
                account.version());
    }

    @Override
    public String accountId() {
        return id;
    }

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, authorities(roles));
    }

    static List<GrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }
}

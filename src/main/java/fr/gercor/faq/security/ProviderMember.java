package fr.gercor.faq.security;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody whom an identity provider vouches for, which counts as both factors.
 *
 * @param idToken shown to the provider when they log out; nothing else that it told is kept
 */
record ProviderMember(
        String id,
        String name,
        String title,
        Optional<String> organisation,
        Set<Role> roles,
        long version,
        OidcIdToken idToken)
        implements SignedIn, Identity, OidcUser {

    static ProviderMember of(Account account, OidcIdToken idToken) {
        return new ProviderMember(
                account.id(),
                account.name(),
                account.title(),
                account.organisation(),
                account.roles(),
                account.version(),
                idToken);
    }

    @Override
    public String accountId() {
        return id;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Member.authorities(roles);
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getClaims();
    }

    @Override
    public String getName() {
        return id;
    }
}

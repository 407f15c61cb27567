package fr.gercor.faq.security;

import fr.gercor.faq.security.AccountEvent.Action;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes people of ours of those whom a provider vouches for, by the settings of that provider. */
class ProviderMembers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** The error of somebody who is who they say, and has no right here. */
    static final String NO_ACCESS = "no_access";

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ORGANISATION = 200;

    private final OidcUserService provider;
    private final OidcSettings settings;
    private final Accounts accounts;

    ProviderMembers(OidcSettings settings, Accounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
        provider = new OidcUserService();
        // Wherever there is such an endpoint: the framework would skip it for scopes that it doesn't know.
        provider.setRetrieveUserInfo(request -> request.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUri()
                != null);
    }

    /** @throws OAuth2AuthenticationException with {@link #NO_ACCESS} for who has no role here, or whose account is disabled */
    @Override
    public OidcUser loadUser(OidcUserRequest request) throws OAuth2AuthenticationException {
        OidcUser user = Objects.requireNonNull(provider.loadUser(request));
        String registration = request.getClientRegistration().getRegistrationId();
        Account account = admit(registration, user.getClaims());
        accounts.note(account.id(), account.id(), Action.LOGGED_IN);
        return ProviderMember.of(account, user.getIdToken());
    }

    private Account admit(String registration, Map<String, Object> told) {
        OidcSettings.Provider here = settings.of(registration);
        Map<String, Object> claims = new HashMap<>(told);
        String subject = first(here.claims().identity(), claims)
                .orElseThrow(() -> refusal("The claim of the identity is missing"));
        List<String> professions = here.claims().profession().stream()
                .flatMap(path -> ClaimPath.parse(path).in(claims).stream())
                .toList();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        professions.forEach(code -> roles.addAll(here.roles().getOrDefault(code, Set.of())));
        if (roles.isEmpty()) {
            throw refusal("No role here");
        }
        String title = professions.stream()
                .flatMap(code -> Optional.ofNullable(here.titles().get(code)).stream())
                .findFirst()
                .or(here::title)
                .orElse("");
        String name = here.claims().name().stream()
                .flatMap(path -> first(path, claims).stream())
                .collect(Collectors.joining(" "));
        Optional<String> organisation = here.claims().organisation().flatMap(path -> first(path, claims));
        Account account = admit(
                registration,
                subject,
                cut(name.isEmpty() ? subject : name, LONGEST_NAME),
                cut(title, LONGEST_TITLE),
                organisation.map(text -> cut(text, LONGEST_ORGANISATION)),
                roles);
        if (account.disabled()) {
            throw refusal("The account is disabled");
        }
        return account;
    }

    /** Twice, for two first logins at once. */
    private Account admit(
            String registration,
            String subject,
            String name,
            String title,
            Optional<String> organisation,
            Set<Role> roles) {
        try {
            return accounts.admit(registration, subject, name, title, organisation, roles);
        } catch (DuplicateKeyException e) {
            return accounts.admit(registration, subject, name, title, organisation, roles);
        }
    }

    private static Optional<String> first(String path, Map<String, Object> claims) {
        return ClaimPath.parse(path).in(claims).stream().findFirst();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static OAuth2AuthenticationException refusal(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(NO_ACCESS), why);
    }
}

package fr.gercor.faq.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** The way in and out through an identity provider: code flow with state, nonce and PKCE. */
class ProviderDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderDoor.class);
    private static final String BASE = "/oauth2/authorization";
    private static final String ACR_VALUES = "acr_values";

    /** How long a session waits for somebody who went to the provider and may never come back. */
    private static final Duration AT_PROVIDER = Duration.ofMinutes(10);

    private final InMemoryClientRegistrationRepository providers;
    private final ProviderMembers members;
    private final OidcSettings settings;
    private final SessionDoor door;
    private final Optional<String> publicUrl;

    ProviderDoor(
            InMemoryClientRegistrationRepository providers,
            ProviderMembers members,
            OidcSettings settings,
            SessionDoor door,
            Optional<String> publicUrl) {
        this.providers = providers;
        this.members = members;
        this.settings = settings;
        this.door = door;
        this.publicUrl = publicUrl;
    }

    void openIn(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage("/connexion")
                .clientRegistrationRepository(providers)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests()))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(members))
                .successHandler(welcome())
                .failureHandler(failure()));
        http.logout(logout -> logout.logoutSuccessHandler(farewell()));
    }

    private OAuth2AuthorizationRequestResolver requests() {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(providers, BASE);
        resolver.setAuthorizationRequestCustomizer(request -> {
            OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
            request.attributes(attributes -> settings.of(String.valueOf(attributes.get("registration_id")))
                    .acrValues()
                    .ifPresent(acr -> request.additionalParameters(more -> more.put(ACR_VALUES, acr))));
        });
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return wanting(request, resolver.resolve(request));
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return wanting(request, resolver.resolve(request, registration));
            }
        };
    }

    /** Keeps the page that they want, in the session that the framework makes for the state anyway. */
    private static @Nullable OAuth2AuthorizationRequest wanting(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest resolved) {
        String wanted = request.getParameter(Landing.PARAMETER);
        if (resolved != null && request.getSession().isNew()) {
            request.getSession().setMaxInactiveInterval((int) AT_PROVIDER.toSeconds());
        }
        if (resolved != null && wanted != null && Landing.isOurs(wanted)) {
            request.getSession().setAttribute(Steps.WANTED, wanted);
        }
        return resolved;
    }

    private AuthenticationSuccessHandler welcome() {
        return (request, response, authentication) -> {
            if (authentication.getPrincipal() instanceof ProviderMember member) {
                door.note(request, request.getSession(), member);
                response.sendRedirect(
                        request.getContextPath() + Landing.of(member.roles(), Steps.wanted(request.getSession())));
            }
        };
    }

    private static AuthenticationFailureHandler failure() {
        return (request, response, failure) -> {
            boolean known = failure instanceof OAuth2AuthenticationException refused
                    && refused.getError().getErrorCode().equals(ProviderMembers.NO_ACCESS);
            LOG.info("A login through a provider failed: {}", failure.getMessage());
            response.sendRedirect(request.getContextPath() + (known ? "/connexion/sans-acces" : "/connexion?echec"));
        };
    }

    private LogoutSuccessHandler farewell() {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(providers);
        String own = publicUrl.orElse("{baseUrl}");
        handler.setPostLogoutRedirectUri((own.endsWith("/") ? own.substring(0, own.length() - 1) : own) + "/connexion");
        handler.setDefaultTargetUrl(SecurityConfiguration.ENDED);
        return handler;
    }

    /** The origins of the providers' logout pages: browsers count a redirect after a form as the form's own aim. */
    Set<String> logoutOrigins() {
        Set<String> origins = new LinkedHashSet<>();
        for (ClientRegistration registration : providers) {
            settings.of(registration.getRegistrationId())
                    .endSessionUri()
                    .map(uri -> UriComponentsBuilder.fromUri(uri)
                            .replacePath(null)
                            .replaceQuery(null)
                            .fragment(null)
                            .toUriString())
                    .ifPresent(origins::add);
        }
        return origins;
    }
}

package fr.gercor.faq.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** The identity providers that are configured; none is as good. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OidcSettings.class, OAuth2ClientProperties.class})
class OidcConfiguration {

    /** As discovery would have found it, had it been asked. */
    private static final String END_SESSION = "end_session_endpoint";

    /** The providers as Spring's properties tell, each with the address where a logout is told. */
    @Bean
    @ConditionalOnOAuth2ClientRegistrationProperties
    InMemoryClientRegistrationRepository identityProviders(OAuth2ClientProperties properties, OidcSettings settings) {
        List<ClientRegistration> registrations = new ArrayList<>();
        new OAuth2ClientPropertiesMapper(properties)
                .asClientRegistrations()
                .values()
                .forEach(registration -> {
                    if (!registration.getScopes().contains(OidcScopes.OPENID)) {
                        throw new IllegalStateException("The registration \"" + registration.getRegistrationId()
                                + "\" lacks the scope openid: only OpenID Connect tells who somebody is");
                    }
                    OidcSettings.Provider ours = settings.of(registration.getRegistrationId());
                    ClientRegistration.Builder whole = ClientRegistration.withClientRegistration(registration);
                    ours.issuer().ifPresent(whole::issuerUri);
                    ours.endSessionUri()
                            .ifPresent(uri -> whole.providerConfigurationMetadata(Map.of(END_SESSION, uri.toString())));
                    registrations.add(whole.build());
                });
        return new InMemoryClientRegistrationRepository(registrations);
    }

    @Bean
    List<ProviderLink> providerLinks(ObjectProvider<InMemoryClientRegistrationRepository> providers) {
        List<ProviderLink> links = new ArrayList<>();
        providers.ifAvailable(all -> all.forEach(registration ->
                links.add(new ProviderLink(registration.getRegistrationId(), registration.getClientName()))));
        return List.copyOf(links);
    }

    @Bean
    ProviderMembers providerMembers(OidcSettings settings, Accounts accounts) {
        return new ProviderMembers(settings, accounts);
    }
}

package fr.gercor.faq.security;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What our side makes of the identity providers; how they are reached stands in Spring's own {@code spring.security.oauth2.client}.
 *
 * @param oidc by the id of the registration
 */
@ConfigurationProperties("faq")
record OidcSettings(@DefaultValue Map<String, Provider> oidc) {

    Provider of(String registration) {
        return oidc.getOrDefault(
                registration,
                new Provider(
                        new Claims("sub", List.of("name"), List.of(), Optional.empty()),
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /**
     * One provider.
     *
     * @param claims where the provider says what
     * @param roles what a value of the profession claim allows; who has none of them gets no further than the door
     * @param titles how a value of the profession claim is written under an answer
     * @param title of those whose value has none
     * @param acrValues the assurance to ask for, for example {@code eidas1}
     * @param issuer who must have signed what is told; not looked up, unlike Spring's {@code issuer-uri}
     * @param endSessionUri where the provider is told that somebody has logged out
     */
    record Provider(
            @DefaultValue Claims claims,
            @DefaultValue Map<String, Set<Role>> roles,
            @DefaultValue Map<String, String> titles,
            Optional<String> title,
            Optional<String> acrValues,
            Optional<String> issuer,
            Optional<URI> endSessionUri) {}

    /**
     * Names of claims; {@code a.b[].c} goes into objects and through lists.
     *
     * @param identity who they are, for ever
     * @param name how they are called, in parts that are joined by a space
     * @param profession codes or groups that are mapped to roles
     * @param organisation their hospital or group
     */
    record Claims(
            @DefaultValue("sub") String identity,
            @DefaultValue("name") List<String> name,
            @DefaultValue List<String> profession,
            Optional<String> organisation) {}
}

package fr.gercor.faq.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * A real OpenID provider that tells of people as Pro Santé Connect does. Who they are it asks by HTTP's own dialogue, so that a test
 * needs no page. It is no {@code @Configuration}, so that no scan of the whole program finds it.
 */
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            DataJdbcRepositoriesAutoConfiguration.class
        })
class IdentityProvider {

    static final String DOCTOR = "899700218896";
    static final String NURSE = "899700218897";
    static final String OPTICIAN = "899700218898";

    private static final Map<String, String> PROFESSIONS = Map.of(DOCTOR, "10", NURSE, "60", OPTICIAN, "28");

    /** @param service the address of the service that it knows as a client */
    static ConfigurableApplicationContext start(String service) {
        return new SpringApplicationBuilder(IdentityProvider.class)
                .run("--server.port=0", "--server.servlet.session.cookie.name=provider", "--test.service=" + service);
    }

    @Bean
    SecurityFilterChain everything(HttpSecurity http) {
        http.with(
                new OAuth2AuthorizationServerConfigurer(),
                server -> server.oidc(oidc -> oidc.userInfoEndpoint(info -> info.userInfoMapper(context ->
                        new OidcUserInfo(claims(context.getAuthorization().getPrincipalName()))))));
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()));
        http.httpBasic(basic -> basic.securityContextRepository(new HttpSessionSecurityContextRepository()));
        return http.build();
    }

    @Bean
    RegisteredClientRepository clients(Environment environment) {
        String service = environment.getRequiredProperty("test.service");
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId("faq")
                .clientId("faq")
                .clientSecret("{noop}secret")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(service + "/login/oauth2/code/psc")
                .postLogoutRedirectUri(service + "/connexion")
                .scope("openid")
                .scope("scope_all")
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(false)
                        .requireProofKey(true)
                        .build())
                .build());
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(PROFESSIONS.keySet().stream()
                .map(id -> User.withUsername(id).password("{noop}carte").build())
                .toList());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> identity() {
        return context -> {
            if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                context.getClaims()
                        .claim("SubjectNameID", context.getPrincipal().getName());
            }
        };
    }

    private static Map<String, Object> claims(String id) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", id);
        claims.put("SubjectNameID", id);
        claims.put("given_name", "ANNE");
        claims.put("family_name", "MARTIN" + id.charAt(id.length() - 1));
        claims.put("SubjectOrganization", "HOPITAL D'ESSAI");
        claims.put(
                "SubjectRefPro",
                Map.of(
                        "codeCivilite",
                        "MME",
                        "exercices",
                        List.of(Map.of("codeProfession", PROFESSIONS.get(id), "codeCategorieProfessionnelle", "C"))));
        return claims;
    }
}

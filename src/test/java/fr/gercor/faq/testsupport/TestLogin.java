package fr.gercor.faq.testsupport;

import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.SignedIn;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets a clinician into {@code /pro/questions} by HTTP's own dialog, under any name and password. It is no configuration, so that no scan of
 * the whole program finds it.
 */
public final class TestLogin {

    private record Anybody(String id, String name, String title, Set<Role> roles) implements SignedIn {
        @Override
        public Optional<String> organisation() {
            return Optional.empty();
        }
    }

    private static final class Believer implements AuthenticationProvider {
        @Override
        public Authentication authenticate(Authentication shown) {
            TestingAuthenticationToken believed = new TestingAuthenticationToken(
                    new Anybody(shown.getName(), "Dr " + shown.getName(), "oncologue", Set.of(Role.CLINICIAN)),
                    "",
                    Role.CLINICIAN.authority());
            believed.setAuthenticated(true);
            return believed;
        }

        @Override
        public boolean supports(Class<?> kind) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
        }
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain testLoginChain(HttpSecurity http) {
        http.securityMatcher("/pro/questions", "/pro/questions/**");
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.authenticationProvider(new Believer());
        http.httpBasic(Customizer.withDefaults());
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'")));
        return http.build();
    }
}

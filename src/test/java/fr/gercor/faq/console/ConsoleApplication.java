package fr.gercor.faq.console;

import fr.gercor.faq.answer.AnswerConfiguration;
import fr.gercor.faq.chat.ChatConfiguration;
import fr.gercor.faq.conversation.ConversationConfiguration;
import fr.gercor.faq.escalation.Escalations;
import fr.gercor.faq.review.MendConfiguration;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.SignedIn;
import fr.gercor.faq.security.SignedInSessions;
import fr.gercor.faq.security.TestSessions;
import fr.gercor.faq.security.WidgetSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The console and the chat on the same conversations, where everybody is Alice of the staff. It is no {@code @Configuration}, so that
 * no scan of the whole program finds it.
 */
@EnableAutoConfiguration
@EnableConfigurationProperties(WidgetSettings.class)
@ComponentScan(
        basePackageClasses = {
            AnswerConfiguration.class,
            ConversationConfiguration.class,
            Escalations.class,
            MendConfiguration.class,
            ChatConfiguration.class,
            Screen.class
        })
class ConsoleApplication {

    /** Somebody of the staff. */
    record Alice() implements SignedIn {
        @Override
        public String id() {
            return "alice";
        }

        @Override
        public String name() {
            return "Alice Martin";
        }

        @Override
        public String title() {
            return "coordinatrice";
        }

        @Override
        public Optional<String> organisation() {
            return Optional.empty();
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.STAFF);
        }
    }

    @Bean
    SignedInSessions sessions(JdbcClient jdbc, Clock clock) {
        return TestSessions.of(jdbc, clock);
    }

    @Bean
    SecurityFilterChain everybodyIsAlice(HttpSecurity http) {
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"));
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.headers(headers -> headers.contentSecurityPolicy(
                policy -> policy.policyDirectives("default-src 'self'; img-src 'self' data:")));
        http.addFilterBefore(new SignedInAsAlice(), AuthorizationFilter.class);
        return http.build();
    }

    private static final class SignedInAsAlice extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken(new Alice(), null, Role.STAFF.authority()));
            chain.doFilter(request, response);
        }
    }
}

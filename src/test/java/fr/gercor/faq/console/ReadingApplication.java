package fr.gercor.faq.console;

import fr.gercor.faq.answer.AnswerConfiguration;
import fr.gercor.faq.conversation.ConversationConfiguration;
import fr.gercor.faq.escalation.EscalationConfiguration;
import fr.gercor.faq.review.ConversationLog;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The console alone, on four short pages and a database of its own. Whoever names themselves in a header has logged in: {@code anne} and
 * {@code luc} of the staff, {@code chef} who administers. It is no {@code @Configuration}, so that no scan of the whole program finds it.
 */
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = {ConsoleFrame.class, ConversationLog.class, ConversationConfiguration.class})
@Import({AnswerConfiguration.class, EscalationConfiguration.class})
class ReadingApplication {

    /** The header that stands for a session. */
    static final String WHO = "X-Who";

    record Account(String id, String name, Set<Role> roles) implements SignedIn {

        static Account of(String id) {
            return new Account(
                    id,
                    id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1),
                    id.equals("chef") ? Set.of(Role.ADMIN) : Set.of(Role.STAFF));
        }

        @Override
        public String title() {
            return "";
        }

        @Override
        public Optional<String> organisation() {
            return Optional.empty();
        }
    }

    private static final class Entrance extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String who = request.getHeader(WHO);
            if (who != null) {
                Account account = Account.of(who);
                String[] authorities =
                        account.roles().stream().map(Role::authority).toArray(String[]::new);
                SecurityContextHolder.getContext()
                        .setAuthentication(new TestingAuthenticationToken(account, null, authorities));
            }
            chain.doFilter(request, response);
        }

        @Override
        protected boolean shouldNotFilterAsyncDispatch() {
            return false;
        }
    }

    @Bean
    SecurityFilterChain staff(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/console/*.css", "/console/*.js")
                        .permitAll()
                        .requestMatchers("/console", "/console/**")
                        .hasAnyRole("STAFF", "ADMIN")
                        .anyRequest()
                        .permitAll())
                .addFilterBefore(new Entrance(), AnonymousAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'self'; img-src 'self' data:")))
                .build();
    }

    @Bean
    UserDetailsService noAccounts() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}

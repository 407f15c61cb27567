package fr.gercor.faq.professional;

import fr.gercor.faq.answer.EngineFactory;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.answer.ModelCache;
import fr.gercor.faq.conversation.ConversationConfiguration;
import fr.gercor.faq.escalation.EscalationConfiguration;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.SignedIn;
import fr.gercor.faq.testsupport.WholeContent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The professionals' side with the site that its links lead to, on a few pages of its own. Three people know the password: two
 * clinicians and one of the staff. It is no {@code @Configuration}, so that no scan of the whole program finds it.
 */
@EnableAutoConfiguration
@Import({ConversationConfiguration.class, EscalationConfiguration.class})
@EnableConfigurationProperties(fr.gercor.faq.answer.AnswerConfiguration.Folders.class)
@ComponentScan({"fr.gercor.faq.professional", "fr.gercor.faq.site"})
class ProfessionalApplication {

    /** Somebody who has logged in. */
    record Person(String id, Set<Role> roles) implements SignedIn, UserDetails {

        private static final long serialVersionUID = 1L;

        static final Person ANNE = new Person("anne", Set.of(Role.CLINICIAN));
        static final Person BRUNO = new Person("bruno", Set.of(Role.CLINICIAN));
        static final Person SERGE = new Person("serge", Set.of(Role.STAFF));

        @Override
        public String name() {
            return "Anne Martin";
        }

        @Override
        public String title() {
            return "oncologue";
        }

        @Override
        public Optional<String> organisation() {
            return Optional.empty();
        }

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return AuthorityUtils.createAuthorityList(
                    roles.stream().map(Role::authority).toList());
        }

        @Override
        public String getPassword() {
            return "{noop}password";
        }

        @Override
        public String getUsername() {
            return id;
        }
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    }

    @Bean(destroyMethod = "close")
    Engines engines(
            Clock clock,
            @Value("${faq.content:src/test/resources/professional/content}") Path content,
            @Value("${faq.intents:src/test/resources/professional/intents}") Path intents) {
        ModelCache cache = content.equals(WholeContent.CONTENT) ? WholeContent.cache() : ModelCache.none();
        return Engines.start(
                new EngineFactory(clock, cache, false),
                new Engines.Folder(Optional.of(content), "content"),
                new Engines.Folder(Optional.of(intents), "intents"));
    }

    @Bean
    UserDetailsService people() {
        return name -> List.of(Person.ANNE, Person.BRUNO, Person.SERGE).stream()
                .filter(person -> person.id().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .httpBasic(Customizer.withDefaults())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'")))
                .build();
    }
}

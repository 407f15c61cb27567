package fr.gercor.faq.site;

import fr.gercor.faq.answer.EngineFactory;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.answer.ModelCache;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The site alone, on a few pages of its own, on the 22nd of November 2026. Everybody may reach every route; a professional knows the
 * password. It is no {@code @Configuration}, so that no scan of the whole program finds it.
 */
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            DataJdbcRepositoriesAutoConfiguration.class
        })
@ComponentScan(basePackageClasses = Visits.class)
class SiteApplication {

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    }

    @Bean(destroyMethod = "close")
    Engines engines(
            Clock clock,
            @Value("${faq.content:src/test/resources/site/content}") Path content,
            @Value("${faq.intents:src/test/resources/site/intents}") Path intents) {
        return Engines.start(
                new EngineFactory(clock, ModelCache.none(), false),
                new Engines.Folder(Optional.of(content), "content"),
                new Engines.Folder(Optional.of(intents), "intents"));
    }

    @Bean
    UserDetailsService professionals() {
        return new InMemoryUserDetailsManager(User.withUsername("professional")
                .password("{noop}password")
                .roles("CLINICIAN")
                .build());
    }

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .httpBasic(Customizer.withDefaults())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'self'"))
                        .frameOptions(options -> options.sameOrigin()))
                .build();
    }

    static void main(String[] args) {
        org.springframework.boot.SpringApplication.run(SiteApplication.class, args);
    }
}

package fr.gercor.faq.security;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * The chains of filters. Nobody can log in yet, so everybody is a patient: the edges themselves answer 404 to what patients may not
 * know of. The API carries its own tokens and no cookie, so there is nothing to forge.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(WidgetSettings.class)
public class SecurityConfiguration {

    private static final String PANEL = "/widget/panel.html";

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
                    + "object-src 'none'; frame-ancestors ";

    private static final String NOTHING_ELSE =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    /** The panel stands in a frame of other sites, and of no others than those. */
    @Bean
    @Order(1)
    SecurityFilterChain panelChain(HttpSecurity http, WidgetSettings widget) {
        String ancestors = "'self' " + String.join(" ", widget.origins());
        http.securityMatcher(PANEL);
        return open(http, ancestors.strip(), false);
    }

    /** Everything else is framed by nobody. */
    @Bean
    @Order(2)
    SecurityFilterChain publicChain(HttpSecurity http) {
        return open(http, "'none'", true);
    }

    private static SecurityFilterChain open(HttpSecurity http, String ancestors, boolean denyFrames) {
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.cors(cors -> cors.configurationSource(widgetForEverybody()));
        http.headers(headers -> {
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY + ancestors));
            headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
            headers.permissionsPolicyHeader(permissions -> permissions.policy(NOTHING_ELSE));
            headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
            if (denyFrames) {
                headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
            } else {
                headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
            }
        });
        return http.build();
    }

    /** The widget's files may be loaded by any page; nothing else may be read across origins. */
    private static UrlBasedCorsConfigurationSource widgetForEverybody() {
        CorsConfiguration anybody = new CorsConfiguration();
        anybody.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anybody.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/widget/**", anybody);
        return source;
    }

    /** There are no accounts yet; this keeps the framework from making one with a password in the log. */
    @Bean
    UserDetailsService noAccounts() {
        return name -> {
            throw new UsernameNotFoundException("There are no accounts");
        };
    }
}

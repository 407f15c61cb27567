package fr.gercor.faq.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * The chains of filters: who may reach what. Patients have no session and no cookie. A session is made when a password is right, read
 * on the pages and by the API so that a clinician is known there, and asked for on the pages of those who work here.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(WidgetSettings.class)
public class SecurityConfiguration {

    /** Where somebody goes who has logged out. */
    static final String ENDED = "/connexion?fin";

    private static final String PANEL = "/widget/panel.html";

    /** The same for everybody, so that no session is looked up for them. */
    private static final String[] FILES = {"/site/**", "/widget/**", "/webjars/**", "/actuator/**"};

    /** They carry a bearer token of their own, and are called by programs without a form. */
    private static final String[] API = {"/api/**", "/ws", "/v3/api-docs/**"};

    private static final String[] WORK = {
        "/connexion/**",
        "/deconnexion",
        "/oauth2/**",
        "/login/oauth2/**",
        "/compte/**",
        "/pro/**",
        "/console/**",
        "/administration/**"
    };

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action %s; "
            + "object-src 'none'; frame-ancestors %s";

    private static final String SELF = "'self'";
    private static final String NOBODY = "'none'";

    private static final String NOTHING_ELSE =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    /** The panel stands in a frame of other sites, and of no others than those. */
    @Bean
    @Order(1)
    SecurityFilterChain panelChain(HttpSecurity http, WidgetSettings widget) {
        http.securityMatcher(PANEL);
        open(http);
        headers(http, SELF, (SELF + " " + String.join(" ", widget.origins())).strip(), false);
        return http.csrf(AbstractHttpConfigurer::disable).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain fileChain(HttpSecurity http) {
        http.securityMatcher(FILES);
        open(http);
        headers(http, SELF, NOBODY, true);
        return http.csrf(AbstractHttpConfigurer::disable).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiChain(
            HttpSecurity http, SecurityContextRepository contexts, Accounts accounts, OpenSessions sessions) {
        http.securityMatcher(API);
        open(http);
        headers(http, SELF, NOBODY, true);
        recognise(http, contexts, new SessionWatch(accounts, sessions));
        return http.csrf(AbstractHttpConfigurer::disable).build();
    }

    /** The pages of those who work here. */
    @Bean
    @Order(4)
    SecurityFilterChain workChain(
            HttpSecurity http,
            SecurityContextRepository contexts,
            Accounts accounts,
            OpenSessions sessions,
            CookieCsrfTokenRepository tokens,
            SessionDoor door,
            AccountSettings settings,
            OidcSettings oidc,
            ProviderMembers members,
            ObjectProvider<InMemoryClientRegistrationRepository> providers,
            ApplicationEventPublisher events) {
        http.securityMatcher(WORK);
        http.authorizeHttpRequests(
                requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/connexion/code", "/connexion/mot-de-passe", "/connexion/application/**")
                        .hasAuthority(Halfway.AUTHORITY)
                        .requestMatchers("/connexion/**", "/deconnexion")
                        .permitAll()
                        .requestMatchers("/compte/**")
                        .hasAnyRole(Role.STAFF.name(), Role.CLINICIAN.name(), Role.ADMIN.name())
                        .requestMatchers("/pro/**")
                        .hasRole(Role.CLINICIAN.name())
                        .requestMatchers("/console/**")
                        .hasAnyRole(Role.STAFF.name(), Role.ADMIN.name())
                        .requestMatchers("/administration/**")
                        .hasRole(Role.ADMIN.name())
                        .anyRequest()
                        .denyAll());
        recognise(http, contexts, new SessionWatch(accounts, sessions));
        http.addFilterAfter(new RefusalWatch(events), AnonymousAuthenticationFilter.class);
        http.csrf(csrf -> csrf.csrfTokenRepository(tokens));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.cors(cors -> cors.configurationSource(widgetForEverybody()));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(new ToSignIn()).accessDeniedHandler(new Denied()));
        http.logout(logout -> logout.logoutUrl("/deconnexion").logoutSuccessUrl(ENDED));
        Optional<ProviderDoor> provider = Optional.ofNullable(providers.getIfAvailable())
                .map(all -> new ProviderDoor(all, members, oidc, door, settings.publicUrl()));
        provider.ifPresent(way -> way.openIn(http));
        Set<String> aims = provider.map(ProviderDoor::logoutOrigins).orElse(Set.of());
        headers(http, (SELF + " " + String.join(" ", aims)).strip(), NOBODY, true);
        http.headers(headers -> headers.cacheControl(Customizer.withDefaults()));
        return http.build();
    }

    /** Everything else: pages that everybody may read, and some of which show more to clinicians. */
    @Bean
    @Order(5)
    SecurityFilterChain publicChain(
            HttpSecurity http,
            SecurityContextRepository contexts,
            Accounts accounts,
            OpenSessions sessions,
            CookieCsrfTokenRepository tokens) {
        open(http);
        headers(http, SELF, NOBODY, true);
        recognise(http, contexts, new SessionWatch(accounts, sessions));
        return http.csrf(csrf -> csrf.csrfTokenRepository(tokens)).build();
    }

    private static void open(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.cors(cors -> cors.configurationSource(widgetForEverybody()));
    }

    /** Reads a session where there is one, and makes none. Behind the check of forms, so that a form can be sent again where it fails. */
    private static void recognise(HttpSecurity http, SecurityContextRepository contexts, SessionWatch watch) {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER));
        http.securityContext(context -> context.securityContextRepository(contexts));
        http.addFilterAfter(watch, CsrfFilter.class);
    }

    private static void headers(HttpSecurity http, String formAims, String ancestors, boolean denyFrames) {
        http.headers(headers -> {
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY.formatted(formAims, ancestors)));
            headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
            headers.permissionsPolicyHeader(permissions -> permissions.policy(NOTHING_ELSE));
            headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
            if (denyFrames) {
                headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
            } else {
                headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
            }
        });
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

    /** Passwords are judged by {@link SignIn}; this keeps the framework from making an account with a password in the log. */
    @Bean
    UserDetailsService noOtherAccounts() {
        return name -> {
            throw new UsernameNotFoundException("Accounts are not found this way");
        };
    }
}

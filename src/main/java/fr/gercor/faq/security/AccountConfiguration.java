package fr.gercor.faq.security;

import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes what logging in needs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class AccountConfiguration {

    @Bean
    Accounts accounts(JdbcClient jdbc, Clock clock) {
        return new Accounts(jdbc, clock);
    }

    @Bean
    Vault accountVault(AccountSettings settings) throws IOException {
        return Vault.in(settings.data());
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    SecondFactor secondFactor(Clock clock) {
        return new SecondFactor(clock);
    }

    @Bean
    RecoveryCodes recoveryCodes(Accounts accounts, Vault vault) {
        return new RecoveryCodes(accounts, vault);
    }

    @Bean
    Delays loginDelays(Clock clock) {
        return new Delays(clock);
    }

    @Bean
    SignIn signIn(
            Accounts accounts,
            Passwords passwords,
            SecondFactor secondFactor,
            RecoveryCodes recoveryCodes,
            Vault vault,
            Delays delays,
            Clock clock) {
        return new SignIn(accounts, passwords, secondFactor, recoveryCodes, vault, delays, clock);
    }

    @Bean
    Enrolment enrolment(
            Accounts accounts,
            Passwords passwords,
            SecondFactor secondFactor,
            RecoveryCodes recoveryCodes,
            Vault vault) {
        return new Enrolment(accounts, passwords, PasswordRules.standard(), secondFactor, recoveryCodes, vault);
    }

    @Bean
    SetUpPage setUpPage(SecondFactor secondFactor, Enrolment enrolment, MessageSource messages) {
        return new SetUpPage(secondFactor, enrolment, messages);
    }

    @Bean
    Devices devices(Vault vault, Clock clock) {
        return new Devices(vault, clock);
    }

    @Bean
    OpenSessions openSessions(Clock clock) {
        return new OpenSessions(clock);
    }

    @Bean
    SignedInSessions signedInSessions(OpenSessions sessions, Accounts accounts) {
        return new SignedInSessions(sessions, accounts);
    }

    @Bean
    ServletListenerRegistrationBean<OpenSessions> sessionEnds(OpenSessions sessions) {
        return new ServletListenerRegistrationBean<>(sessions);
    }

    @Bean
    SecurityContextRepository sessionContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** In a cookie and not in a session, so that nobody has a session before their password was right. */
    @Bean
    CookieCsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("formulaire");
        tokens.setCookieCustomizer(AccountConfiguration::kept);
        return tokens;
    }

    private static void kept(ResponseCookie.ResponseCookieBuilder cookie) {
        cookie.httpOnly(true).sameSite("Strict");
    }

    @Bean
    SessionDoor sessionDoor(
            SecurityContextRepository contexts, CookieCsrfTokenRepository tokens, OpenSessions sessions) {
        return new SessionDoor(contexts, tokens, sessions);
    }

    @Bean
    Steps steps(Accounts accounts, SessionDoor door, Devices devices) {
        return new Steps(accounts, door, devices);
    }

    @Bean
    AccountOffice accountOffice(
            Accounts accounts, Passwords passwords, PlatformTransactionManager manager, Clock clock) {
        return new AccountOffice(accounts, passwords, new TransactionTemplate(manager), clock);
    }

    @Bean
    @ConditionalOnProperty(name = "faq.accounts.first-admin", matchIfMissing = true)
    FirstAdmin firstAdmin(Accounts accounts, AccountOffice office) {
        return new FirstAdmin(accounts, office);
    }
}

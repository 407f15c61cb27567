package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.security.SignedInSessions.Ticket;
import fr.gercor.faq.testsupport.MovableClock;
import fr.gercor.faq.testsupport.TestDatabases;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** How long somebody who has logged in counts as such to what outlives a request. */
class SignedInSessionsTests {

    private static final HikariDataSource DATABASE = TestDatabases.H2.create();

    private final MovableClock clock = MovableClock.now();
    private final Accounts accounts = new Accounts(JdbcClient.create(DATABASE), clock);
    private final OpenSessions open = new OpenSessions(clock);
    private final SignedInSessions sessions = new SignedInSessions(open, accounts);
    private final MockHttpSession session = new MockHttpSession();
    private Account account;
    private Ticket ticket;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void logIn() {
        account = accounts.admit(
                "psc", session.getId(), "Dr Anne", "oncologue", Optional.empty(), Set.of(Role.CLINICIAN));
        Member member = Member.of(account);
        open.enter(session, member, "");
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        request.setUserPrincipal(member.authentication());
        ticket = sessions.of(request).orElseThrow();
    }

    @Test
    void endsAfterHalfAnHourWithoutARequest() {
        clock.move(Duration.ofMinutes(29));
        assertThat(sessions.isOpen(ticket)).isTrue();
        open.see(session, account.id());
        clock.move(Duration.ofMinutes(29));
        assertThat(sessions.isOpen(ticket)).isTrue();
        clock.move(Duration.ofMinutes(2));
        assertThat(sessions.isOpen(ticket)).isFalse();
    }

    @Test
    void endsAfterTwelveHoursHoweverBusy() {
        for (int minutes = 0; minutes < 12 * 60; minutes += 20) {
            assertThat(sessions.isOpen(ticket)).isTrue();
            clock.move(Duration.ofMinutes(20));
            open.see(session, account.id());
        }
        assertThat(sessions.isOpen(ticket)).isFalse();
    }

    @Test
    void endsWhenTheAccountIsChanged() {
        accounts.setRoles(account.id(), Set.of(Role.STAFF));

        assertThat(sessions.isOpen(ticket)).isFalse();
    }

    @Test
    void knowsNobodyWhoHasNotLoggedIn() {
        MockHttpServletRequest patient = new MockHttpServletRequest();
        MockHttpServletRequest halfway = new MockHttpServletRequest();
        halfway.setSession(session);
        halfway.setUserPrincipal(new Halfway(account.id(), account.version(), false).authentication());

        assertThat(sessions.of(patient)).isEmpty();
        assertThat(sessions.of(halfway)).isEmpty();
    }
}

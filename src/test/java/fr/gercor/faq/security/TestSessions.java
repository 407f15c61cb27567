package fr.gercor.faq.security;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sessions of a service that tests put together without its logins. */
public final class TestSessions {

    private TestSessions() {}

    public static SignedInSessions of(JdbcClient jdbc, Clock clock) {
        return new SignedInSessions(new OpenSessions(clock), new Accounts(jdbc, clock));
    }
}

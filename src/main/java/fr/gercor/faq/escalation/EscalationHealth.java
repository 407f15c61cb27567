package fr.gercor.faq.escalation;

import fr.gercor.faq.escalation.EscalationStore.Counts;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;

/** Tells operators what waits, in numbers alone. Questions can be handed over whatever waits: degraded, not down. */
final class EscalationHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final EscalationStore store;
    private final MailStore mails;
    private final Postman postman;
    private final Clock clock;

    EscalationHealth(EscalationStore store, MailStore mails, Postman postman, Clock clock) {
        this.store = store;
        this.mails = mails;
        this.postman = postman;
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            Counts counts = store.counts(clock.instant());
            long mail = mails.waiting();
            boolean stuck = mail > 0 && !postman.hasServer();
            return Health.status(stuck ? DEGRADED : Status.UP)
                    .withDetail("questions", counts.open())
                    .withDetail("overdue", counts.overdue())
                    .withDetail("undelivered", counts.undelivered())
                    .withDetail("mail", mail)
                    .withDetail("mailServer", postman.hasServer() ? "named" : "none: mail waits")
                    .build();
        } catch (DataAccessException e) {
            return Health.status(DEGRADED).withDetail("database", "away").build();
        }
    }
}

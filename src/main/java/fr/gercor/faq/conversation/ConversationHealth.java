package fr.gercor.faq.conversation;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Whether turns reach the database. While they don't, questions are answered all the same: degraded, not down. */
final class ConversationHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final Reach reach;
    private final Spool spool;

    ConversationHealth(Reach reach, Spool spool) {
        this.reach = reach;
        this.spool = spool;
    }

    @Override
    public Health health() {
        boolean well = !reach.isAway() && spool.size() == 0;
        return Health.status(well ? Status.UP : DEGRADED)
                .withDetail("database", reach.isAway() ? "away" : "reached")
                .withDetail("spooled", spool.size())
                .withDetail("spool", spool.isDiskRefusing() ? "in memory, the disk refuses" : "on disk")
                .build();
    }
}

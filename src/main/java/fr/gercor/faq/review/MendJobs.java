package fr.gercor.faq.review;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.support.TransactionOperations;

/** What mending needs done beside: what another node published is served, what was asked for is tried, the week is told, hours are counted. */
final class MendJobs implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(MendJobs.class);

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Mends mends;
    private final Previews previews;
    private final WeeklyMail mail;
    private final HourCounts hours;
    private final TransactionOperations transactions;
    private final Clock clock;

    MendJobs(
            Mends mends,
            Previews previews,
            WeeklyMail mail,
            HourCounts hours,
            TransactionOperations transactions,
            Clock clock) {
        this.mends = mends;
        this.previews = previews;
        this.mail = mail;
        this.hours = hours;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::look, EVERY);
        tasks.addFixedDelayTask(previews::look, EVERY);
        tasks.addFixedDelayTask(mail::look, Duration.ofMinutes(1));
        tasks.addFixedDelayTask(this::count, Duration.ofMinutes(1));
    }

    private void count() {
        try {
            hours.keepUp(clock.instant(), transactions);
        } catch (DataAccessException e) {
            LOG.debug("Hours are counted once the database is there", e);
        }
    }

    private void look() {
        try {
            mends.look();
        } catch (DataAccessException e) {
            LOG.debug("What was published stays as it was last read", e);
        }
    }
}

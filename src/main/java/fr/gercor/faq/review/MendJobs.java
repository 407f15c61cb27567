package fr.gercor.faq.review;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What mending needs done beside: what another node published is served, what was asked for is tried, the week is told. */
final class MendJobs implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(MendJobs.class);

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Mends mends;
    private final Previews previews;
    private final WeeklyMail mail;

    MendJobs(Mends mends, Previews previews, WeeklyMail mail) {
        this.mends = mends;
        this.previews = previews;
        this.mail = mail;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::look, EVERY);
        tasks.addFixedDelayTask(previews::look, EVERY);
        tasks.addFixedDelayTask(mail::look, Duration.ofMinutes(1));
    }

    private void look() {
        try {
            mends.look();
        } catch (DataAccessException e) {
            LOG.debug("What was published stays as it was last read", e);
        }
    }
}

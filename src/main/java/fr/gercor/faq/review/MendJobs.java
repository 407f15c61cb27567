package fr.gercor.faq.review;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What mending needs done beside: what another node published is served, what was asked for is tried. */
final class MendJobs implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(MendJobs.class);

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Mends mends;
    private final Previews previews;

    MendJobs(Mends mends, Previews previews) {
        this.mends = mends;
        this.previews = previews;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::look, EVERY);
        tasks.addFixedDelayTask(previews::look, EVERY);
    }

    private void look() {
        try {
            mends.look();
        } catch (DataAccessException e) {
            LOG.debug("What was published stays as it was last read", e);
        }
    }
}

package fr.gercor.faq.conversation;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.OneTimeTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.TransactionException;

/** What conversations need done beside: caught up with the spool, forgotten when idle, purged by age, compacted at night. */
final class ConversationJobs implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationJobs.class);

    /** A conversation that isn't kept outlives its open socket or its last request by so long. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    /** The service first answers. */
    private static final Duration AFTER_START = Duration.ofSeconds(30);

    private final Conversations conversations;
    private final Retention retention;
    private final Compaction compaction;
    private final String compactionTime;
    private final TurnWords words;

    ConversationJobs(
            Conversations conversations,
            Retention retention,
            Compaction compaction,
            String compactionTime,
            TurnWords words) {
        this.conversations = conversations;
        this.retention = retention;
        this.compaction = compaction;
        this.compactionTime = compactionTime;
        this.words = words;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedRateTask(conversations::catchUp, Duration.ofSeconds(1));
        tasks.addFixedRateTask(() -> conversations.forgetIdle(IDLE), Duration.ofMinutes(1));
        tasks.addFixedRateTask(this::purge, retention.interval());
        tasks.addCronTask(this::compact, compactionTime);
        tasks.addOneTimeTask(new OneTimeTask(this::addWords, AFTER_START));
    }

    void purge() {
        try {
            retention.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Nothing could be purged this time: {}", e.getClass().getName());
        }
    }

    /** The turns of before staff could search, or of a release that searched otherwise. */
    void addWords() {
        try {
            long turns = words.catchUp();
            if (turns > 0) {
                LOG.info("{} turns can now be found by their words", turns);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "Older turns can't be found by their words yet: {}",
                    e.getClass().getName());
        }
    }

    void compact() {
        conversations.whileAway(() -> {
            try {
                LOG.info("The database at night: {}", compaction.run());
            } catch (RuntimeException e) {
                LOG.warn("The database could not be compacted: {}", e.getClass().getName());
            }
        });
    }
}

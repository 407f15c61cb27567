package fr.gercor.faq.escalation;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.TransactionException;

/** What escalated questions need done beside: mail sent, professionals reminded. */
final class EscalationJobs implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(EscalationJobs.class);

    private static final Duration MAIL_EVERY = Duration.ofSeconds(10);
    private static final Duration REMIND_EVERY = Duration.ofMinutes(1);

    private final Escalations escalations;
    private final Postman postman;
    private final Executor aside = Executors.newVirtualThreadPerTaskExecutor();

    EscalationJobs(Escalations escalations, Postman postman) {
        this.escalations = escalations;
        this.postman = postman;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedRateTask(() -> attempt(postman::run), MAIL_EVERY);
        tasks.addFixedRateTask(() -> attempt(escalations::remind), REMIND_EVERY);
    }

    @EventListener
    void wake(AnswerReady ready) {
        aside.execute(() -> attempt(postman::run));
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The mail waits for the database: {}", e.getClass().getName());
        }
    }
}

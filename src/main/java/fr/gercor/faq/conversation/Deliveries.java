package fr.gercor.faq.conversation;

import fr.gercor.faq.escalation.AnswerReady;
import fr.gercor.faq.escalation.EscalatedQuestion;
import fr.gercor.faq.escalation.Escalations;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.TransactionException;

/**
 * Brings the replies of professionals into the conversations that the questions came from: at least once each, and a conversation
 * adds a reply only once. The bell makes it quick; the round that looks again makes it sure.
 */
final class Deliveries implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Conversations conversations;
    private final Escalations escalations;
    private final Executor aside = Executors.newVirtualThreadPerTaskExecutor();
    private final Lock round = new ReentrantLock();

    Deliveries(Conversations conversations, Escalations escalations) {
        this.conversations = conversations;
        this.escalations = escalations;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedRateTask(this::run, EVERY);
    }

    @EventListener
    void wake(AnswerReady ready) {
        aside.execute(this::run);
    }

    /** One round: tries every reply whose turn it is. */
    void run() {
        round.lock();
        try {
            escalations.deliver(this::deliver);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "The replies of professionals wait for the database: {}",
                    e.getClass().getName());
        } finally {
            round.unlock();
        }
    }

    private void deliver(EscalatedQuestion question) {
        question.reply().ifPresent(reply -> {
            if (question.kept()) {
                conversations.add(question.conversation(), reply);
            } else {
                conversations.addUnkept(question.conversation(), reply);
            }
        });
    }
}

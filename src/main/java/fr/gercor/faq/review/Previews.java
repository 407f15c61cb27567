package fr.gercor.faq.review;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.catalogue.Additions;
import fr.gercor.faq.evaluation.Expectations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Trains engines beside the live one and compares them to it, one at a time. What was asked for is a row: a node that stops at it
 * leaves it to whoever looks next.
 */
final class Previews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

    /** A node that works on a preview says so every second; silent for so long, it is no more. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final int LAST_ASKED = 1_000;

    private final MendStore store;
    private final QuestionLog log;
    private final Engines engines;
    private final Supplier<Additions> published;
    private final Supplier<Map<String, String>> reviewed;
    private final Expectations rows;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("preview").factory());
    private volatile Optional<Work> work = Optional.empty();

    /**
     * @param published what serves beside the files
     * @param reviewed right places by question, from the judgements of reviewers
     * @param rows of the question file
     */
    Previews(
            MendStore store,
            QuestionLog log,
            Engines engines,
            Supplier<Additions> published,
            Supplier<Map<String, String>> reviewed,
            Expectations rows,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.engines = engines;
        this.published = published;
        this.reviewed = reviewed;
        this.rows = rows;
        this.clock = clock;
    }

    /** A preview under way here. */
    private static final class Work {
        private final Mend mend;
        private final Instant asked;
        private volatile int done;
        private volatile int total;
        private volatile boolean cancelled;

        Work(Mend mend) {
            this.mend = mend;
            this.asked = mend.trial().map(Mend.Trial::askedAt).orElse(Instant.EPOCH);
        }

        /** @throws CancellationException if nobody waits for it any more */
        void reached(int step) {
            if (cancelled) {
                throw new CancellationException("Nobody waits for it any more");
            }
            done = step;
        }
    }

    /** Tells how far the one under way has come, or begins the one that has waited longest. */
    void look() {
        try {
            Instant now = clock.instant();
            Optional<Work> current = work;
            if (current.isPresent()) {
                current.ifPresent(each -> tell(each, now));
            } else {
                store.claim(now, now.minus(SILENCE)).ifPresent(this::begin);
            }
        } catch (DataAccessException e) {
            LOG.debug("Previews wait for the database", e);
        }
    }

    /** Whether nothing is tried here. */
    boolean isIdle() {
        return work.isEmpty();
    }

    private void tell(Work current, Instant now) {
        if (!store.beat(current.mend.id(), current.asked, current.done, current.total, now)) {
            // What is trained now is not interrupted, for OpenNLP would hand over what it had by then: it ends at the
            // next step.
            current.cancelled = true;
        }
    }

    private void begin(Mend mend) {
        Work begun = new Work(mend);
        work = Optional.of(begun);
        try {
            worker.execute(() -> run(begun));
        } catch (RejectedExecutionException e) {
            LOG.debug("The service ends; the preview is left to whoever looks next", e);
        }
    }

    private void run(Work begun) {
        Instant asked = begun.asked;
        try {
            store.previewed(begun.mend.id(), asked, preview(begun));
        } catch (CancellationException e) {
            LOG.debug("The preview of mend {} was taken back", begun.mend.id(), e);
        } catch (RuntimeException e) {
            LOG.warn("The preview of mend {} failed", begun.mend.id(), e);
            fail(begun, asked, e);
        } finally {
            work = Optional.empty();
        }
    }

    private void fail(Work begun, Instant asked, RuntimeException failure) {
        try {
            store.failed(begun.mend.id(), asked, String.valueOf(failure.getMessage()));
        } catch (DataAccessException e) {
            LOG.debug("Its row is taken again once it is stale", e);
        }
    }

    private Preview preview(Work begun) {
        Additions live = published.get();
        Engine current = engines.current();
        // The one in force is compared to as it is, unless its own training is not over yet.
        Engine before = current.isTrained() ? current : engines.trial(live, () -> begun.reached(0));
        Engine after = engines.trial(live.and(begun.mend.additions()), () -> begun.reached(begun.done + 1));
        begun.reached(0);
        List<AskedQuestion> asked = log.lastDistinct(LAST_ASKED);
        begun.total = rows.rows().size() + asked.size();
        KnownPlaces known = new KnownPlaces(reviewed.get(), begun.mend.additions(), after.catalogue());
        return new Comparison(before, after, known).run(rows, asked, begun::reached);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}

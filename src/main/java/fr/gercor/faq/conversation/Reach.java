package fr.gercor.faq.conversation;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Whether the database can be reached. It is asked with a patience that ends, for a database that hangs is as far away as one that
 * is down; once it is away nobody waits for it again until {@link #back()}.
 */
final class Reach implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

    private final Duration patience;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean away;

    /** @param patience after which a database that has not answered counts as away */
    Reach(Duration patience) {
        this.patience = patience;
    }

    boolean isAway() {
        return away;
    }

    /** From now on the database is asked again. */
    void back() {
        if (away) {
            LOG.info("The database is back");
        }
        away = false;
    }

    /** From now on the database is not asked, so that it can be worked on. */
    void leave() {
        away = true;
    }

    /**
     * Asks the database. The work is never interrupted, and may still come to its end after this has given up: whoever asks must
     * be able to tell later whether it did.
     *
     * @throws StoreAwayException if the database can't be reached, or not in time
     * @throws ConcurrencyFailureException if another transaction was in the way
     * @throws DataIntegrityViolationException if the database refuses what it was given
     */
    <T> T ask(Supplier<T> work) {
        Future<T> asked = askers.submit(work::get);
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreAwayException(e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private RuntimeException failure(@org.jspecify.annotations.Nullable Throwable cause) {
        return switch (cause) {
            case ConcurrencyFailureException e -> e;
            case DataIntegrityViolationException e -> e;
            case DataAccessException e -> away(e);
            case TransactionException e -> away(e);
            case RuntimeException e -> e;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private StoreAwayException away(Exception cause) {
        if (!away) {
            // The message of a database's exception may hold what was being stored: its name must do.
            LOG.error(
                    "The database is away; turns are spooled until it is back: {}",
                    cause.getClass().getName());
        }
        away = true;
        return new StoreAwayException(cause);
    }

    @Override
    public void close() {
        // Not awaited: a database that hangs must not hold up the end of the program.
        askers.shutdown();
    }
}

package fr.gercor.faq.conversation;

import fr.gercor.faq.conversation.RetentionStore.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Takes the words out of turns that are older than the rule, and leaves their counters. It trusts a clock only once that has kept
 * pace from run to run for a while: a clock that jumps purges nothing.
 */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** Runs are an hour apart at most; a gap of a day is a clock that jumped, or a service that was down: nobody can tell which. */
    private static final Duration JUMP = Duration.ofDays(1);

    /** A clock is trusted after a thirtieth of the rule: a day, where the rule is thirty. */
    private static final int TRUSTED_AFTER = 30;

    /** As many runs in the time of the rule make one an hour, where the rule is thirty days. */
    private static final int RUNS = 720;

    private final RetentionStore store;
    private final ToIntFunction<Instant> purgeBeside;
    private final Duration rule;
    private final Clock clock;

    /**
     * @param purgeBeside deletes what others keep from before a moment, and counts it
     * @param rule how long the words of a turn are kept
     */
    Retention(RetentionStore store, ToIntFunction<Instant> purgeBeside, Duration rule, Clock clock) {
        this.store = store;
        this.purgeBeside = purgeBeside;
        this.rule = rule;
        this.clock = clock;
    }

    /** The time from one run to the next. */
    Duration interval() {
        Duration share = rule.dividedBy(RUNS);
        return share.compareTo(Duration.ofSeconds(1)) < 0
                ? Duration.ofSeconds(1)
                : share.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : share;
    }

    /** One run; what it did is noted in the database, and told in the log where it did something. */
    synchronized Run run() {
        Instant now = clock.instant();
        Optional<Run> last = store.lastRun();
        boolean jumped = last.isPresent() && !isSteady(last.get().at(), now);
        Instant steadySince = jumped ? now : last.map(Run::steadySince).orElse(now);
        Duration needed = rule.dividedBy(TRUSTED_AFTER);
        boolean trusted = Duration.between(steadySince, now).compareTo(needed.compareTo(JUMP) < 0 ? needed : JUMP) >= 0;
        if (jumped) {
            LOG.warn(
                    "The clock has jumped, or the service was down: nothing is purged until it has kept pace for a while");
        }
        Instant before = now.minus(rule);
        Run run = trusted
                ? new Run(now, steadySince, store.purge(before, now), store.forgetEmpty(before), beside(before))
                : new Run(now, steadySince, 0, 0, 0);
        store.note(run);
        if (run.beside() > 0) {
            LOG.info("Older than {}: {} copies of what patients wrote were taken out elsewhere", rule, run.beside());
        }
        if (run.purged() + run.forgotten() > 0) {
            LOG.info(
                    "Older than {}: {} turns lost their words, {} conversations without a turn were deleted",
                    rule,
                    run.purged(),
                    run.forgotten());
        }
        return run;
    }

    /** What others keep doesn't hold up the run: it is tried again by the next one. */
    private int beside(Instant before) {
        try {
            return purgeBeside.applyAsInt(before);
        } catch (DataAccessException e) {
            LOG.warn("What others keep of patients' words could not be taken out, and is tried again", e);
            return 0;
        }
    }

    private static boolean isSteady(Instant last, Instant now) {
        Duration gap = Duration.between(last, now);
        return !gap.isNegative() && gap.compareTo(JUMP) <= 0;
    }
}

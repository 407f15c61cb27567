package fr.gercor.faq.conversation;

import static fr.gercor.faq.conversation.ConversationStore.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the retention takes out of the database, and what it notes of its runs there. */
final class RetentionStore {

    /** Rows per transaction: enough to be quick, few enough that patients' turns never wait for one. */
    private static final int BATCH = 500;

    /** Runs that stay on record. */
    private static final int RUNS_KEPT = 1_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    RetentionStore(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * One run.
     *
     * @param at when it took place
     * @param steadySince the clock has not jumped between runs since then
     * @param purged turns whose words were taken out
     * @param forgotten conversations without a turn that were deleted
     * @param beside copies of patients' words that others gave up
     */
    record Run(Instant at, Instant steadySince, long purged, long forgotten, long beside) {}

    Optional<Run> lastRun() {
        return jdbc.sql("""
                        select ran_at, steady_since, purged, forgotten, beside from retention_run
                        order by ran_at desc fetch first 1 rows only""")
                .query((row, number) -> new Run(
                        row.getObject("ran_at", OffsetDateTime.class).toInstant(),
                        row.getObject("steady_since", OffsetDateTime.class).toInstant(),
                        row.getLong("purged"),
                        row.getLong("forgotten"),
                        row.getLong("beside")))
                .optional();
    }

    /** Notes a run; runs dated after it are struck, for they were dated by a clock that has been put right. */
    void note(Run run) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("delete from retention_run where ran_at >= :at")
                    .param("at", time(run.at()))
                    .update();
            jdbc.sql("""
                            insert into retention_run (ran_at, steady_since, purged, forgotten, beside)
                            values (:at, :steadySince, :purged, :forgotten, :beside)""")
                    .param("at", time(run.at()))
                    .param("steadySince", time(run.steadySince()))
                    .param("purged", run.purged())
                    .param("forgotten", run.forgotten())
                    .param("beside", run.beside())
                    .update();
            jdbc.sql("select ran_at from retention_run order by ran_at desc offset " + RUNS_KEPT
                            + " rows fetch first 1 rows only")
                    .query(OffsetDateTime.class)
                    .optional()
                    .ifPresent(oldest -> jdbc.sql("delete from retention_run where ran_at <= :oldest")
                            .param("oldest", oldest)
                            .update());
        });
    }

    private record Place(UUID conversation, long seq) {}

    /**
     * Takes the words out of all turns before a moment; their counters stay.
     *
     * @return how many turns
     */
    long purge(Instant before, Instant now) {
        long purged = 0;
        while (true) {
            List<Place> places = jdbc.sql("""
                            select conversation_id, seq from turn
                            where text_purged_at is null and at < :before
                            order by at fetch first\s""" + BATCH + " rows only")
                    .param("before", time(before))
                    .query((row, number) -> new Place(row.getObject("conversation_id", UUID.class), row.getLong("seq")))
                    .list();
            if (places.isEmpty()) {
                return purged;
            }
            transactions.executeWithoutResult(status -> places.forEach(place -> purge(place, now)));
            purged += places.size();
        }
    }

    private void purge(Place place, Instant now) {
        jdbc.sql("""
                        update turn set text = null, choice = null, reply = null, fingerprint = null, explanation = null,
                            text_purged_at = :now
                        where conversation_id = :id and seq = :seq""")
                .param("now", time(now))
                .param("id", place.conversation())
                .param("seq", place.seq())
                .update();
        TurnWords.delete(jdbc, place.conversation(), place.seq());
        jdbc.sql("update feedback set comment = null where conversation_id = :id and seq = :seq")
                .param("id", place.conversation())
                .param("seq", place.seq())
                .update();
    }

    /** Deletes the conversations last touched before a moment that hold no turn at all. */
    long forgetEmpty(Instant before) {
        return jdbc.sql("""
                        delete from conversation where last_at < :before
                        and not exists (select 1 from turn where turn.conversation_id = conversation.id)""").param("before", time(before)).update();
    }
}

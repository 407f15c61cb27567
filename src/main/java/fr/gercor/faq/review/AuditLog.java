package fr.gercor.faq.review;

import static fr.gercor.faq.review.Rows.key;
import static fr.gercor.faq.review.Rows.time;

import fr.gercor.faq.review.AuditEvent.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who looked at what. Lines are added and never touched again: each is sealed with the one before it, and the database itself refuses
 * to change or delete one.
 */
public final class AuditLog {

    /** Lines that are checked at once. */
    private static final int BATCH = 1_000;

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 200;

    private static final String EVENT =
            "select id, at, account, account_name, action, subject, detail, previous_hash, hash from audit_event ";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a check of all lines found.
     *
     * @param lines that there are
     * @param broken the place of the first line that isn't as it was written, or is missing; empty where all are
     */
    public record Checked(long lines, Optional<Long> broken) {}

    private record Head(long lastId, String hash) {}

    /** Adds a line. Whoever shows what it tells of does so afterwards: what can't be logged isn't seen. */
    public void add(Reader by, Action action, String subject, String detail) {
        transactions.executeWithoutResult(status -> {
            Head head = jdbc.sql("select last_id, hash from audit_head where id = 1 for update")
                    .query((row, number) -> new Head(row.getLong("last_id"), row.getString("hash")))
                    .single();
            AuditEvent event = new AuditEvent(
                            head.lastId() + 1,
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            new Reader(by.id(), shortened(by.name(), LONGEST_NAME)),
                            action,
                            shortened(subject, LONGEST),
                            shortened(detail, LONGEST),
                            head.hash(),
                            "")
                    .sealed();
            insert(event);
            jdbc.sql("update audit_head set last_id = :id, hash = :hash where id = 1")
                    .param("id", event.id())
                    .param("hash", event.hash())
                    .update();
        });
    }

    private void insert(AuditEvent event) {
        jdbc.sql("""
                        insert into audit_event
                            (id, at, account, account_name, action, subject, detail, previous_hash, hash)
                        values (:id, :at, :account, :name, :action, :subject, :detail, :previous, :hash)""")
                .param("id", event.id())
                .param("at", time(event.at()))
                .param("account", event.by().id())
                .param("name", event.by().name())
                .param("action", key(event.action()))
                .param("subject", event.subject())
                .param("detail", event.detail())
                .param("previous", event.previousHash())
                .param("hash", event.hash())
                .update();
    }

    private static String shortened(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    /**
     * The newest lines before a place.
     *
     * @param before the place; {@link Long#MAX_VALUE} for the very newest
     */
    public List<AuditEvent> newest(long before, int most) {
        return jdbc.sql(EVENT + "where id < :before order by id desc fetch first " + most + " rows only")
                .param("before", before)
                .query((row, number) -> event(row))
                .list();
    }

    /** Reads every line from the first, and checks its seal and its place. */
    public Checked check() {
        // The end as it is now: lines that are added meanwhile are checked next time.
        Head head = jdbc.sql("select last_id, hash from audit_head where id = 1")
                .query((row, number) -> new Head(row.getLong("last_id"), row.getString("hash")))
                .single();
        long checked = 0;
        String hash = "";
        while (checked < head.lastId()) {
            List<AuditEvent> events = jdbc.sql(
                            EVENT + "where id > :id and id <= :last order by id fetch first " + BATCH + " rows only")
                    .param("id", checked)
                    .param("last", head.lastId())
                    .query((row, number) -> event(row))
                    .list();
            for (AuditEvent event : events) {
                if (event.id() != checked + 1
                        || !event.previousHash().equals(hash)
                        || !event.seal().equals(event.hash())) {
                    return new Checked(head.lastId(), Optional.of(checked + 1));
                }
                checked++;
                hash = event.hash();
            }
            if (events.isEmpty()) {
                return new Checked(head.lastId(), Optional.of(checked + 1));
            }
        }
        return new Checked(checked, hash.equals(head.hash()) ? Optional.empty() : Optional.of(checked));
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getLong("id"),
                time(row, "at"),
                new Reader(row.getString("account"), row.getString("account_name")),
                Rows.value(Action.class, row.getString("action")),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}

package fr.gercor.faq.escalation;

import static fr.gercor.faq.escalation.EscalationStore.key;
import static fr.gercor.faq.escalation.EscalationStore.time;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mail that is to go out: a row each, from the moment an address is left until the mail server has taken it. */
final class MailStore {

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of our texts a mail holds. */
    enum Kind {
        /** There is a reply to your question. */
        REPLY,
        /** Questions wait for you, professionals. */
        REMINDER
    }

    /**
     * A mail whose turn it is.
     *
     * @param recipient encrypted
     * @param questions how many it is about
     * @param tries that failed before
     */
    record Waiting(UUID id, Kind kind, String recipient, int questions, int tries) {}

    /** Keeps an address until its question has a reply, unless one is kept already. */
    void hold(UUID question, String sealed, Instant now) {
        boolean kept = jdbc.sql("select count(*) from outgoing_mail where question_id = :question")
                        .param("question", question)
                        .query(Long.class)
                        .single()
                > 0;
        if (!kept) {
            insert(question, Kind.REPLY, sealed, 1, "held", now);
        }
    }

    /** The mail about a question may go now. */
    void release(UUID question, Instant now) {
        jdbc.sql("""
                        update outgoing_mail set state = 'waiting', next_try_at = :now
                        where question_id = :question and state = 'held'""").param("question", question).param("now", time(now)).update();
    }

    void remind(String sealed, int questions, Instant now) {
        insert(null, Kind.REMINDER, sealed, questions, "waiting", now);
    }

    private void insert(
            @org.jspecify.annotations.Nullable UUID question,
            Kind kind,
            String sealed,
            int questions,
            String state,
            Instant now) {
        jdbc.sql("""
                        insert into outgoing_mail (id, question_id, kind, recipient, questions, state, tries, next_try_at, created_at)
                        values (:id, :question, :kind, :recipient, :questions, :state, 0, :now, :now)""")
                .param("id", UUID.randomUUID())
                .param("question", question)
                .param("kind", key(kind))
                .param("recipient", sealed)
                .param("questions", questions)
                .param("state", state)
                .param("now", time(now))
                .update();
    }

    /** Locks the mail whose turn it is and that no other node is sending. */
    Optional<Waiting> lockNext(Instant now) {
        return jdbc.sql("""
                        select id, kind, recipient, questions, tries from outgoing_mail
                        where state = 'waiting' and next_try_at <= :now
                        order by next_try_at fetch first 1 rows only for update skip locked""")
                .param("now", time(now))
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        Kind.valueOf(String.valueOf(row.getString("kind")).toUpperCase(Locale.ROOT)),
                        String.valueOf(row.getString("recipient")),
                        row.getInt("questions"),
                        row.getInt("tries")))
                .optional();
    }

    void tryAgainAt(UUID id, Instant then) {
        jdbc.sql("update outgoing_mail set tries = tries + 1, next_try_at = :then where id = :id")
                .param("then", time(then))
                .param("id", id)
                .update();
    }

    /** The mail server has taken it: nobody needs the address any more. */
    void sent(UUID id, Instant at) {
        jdbc.sql("update outgoing_mail set state = 'sent', recipient = null, sent_at = :at where id = :id")
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    /** Forgets what was sent before a moment. */
    void purge(Instant before) {
        jdbc.sql("delete from outgoing_mail where created_at < :before and (state = 'sent' or question_id is null)")
                .param("before", time(before))
                .update();
    }

    /** How many wait for the mail server. */
    long waiting() {
        return jdbc.sql("select count(*) from outgoing_mail where state = 'waiting'")
                .query(Long.class)
                .single();
    }
}

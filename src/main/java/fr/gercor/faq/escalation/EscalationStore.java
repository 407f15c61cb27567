package fr.gercor.faq.escalation;

import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.escalation.EscalatedQuestion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The escalated questions in the database. Fails with Spring's {@link DataAccessException} where the database does. */
final class EscalationStore {

    private static final String OPEN = "('waiting', 'passed', 'taken')";

    private static final String FREE = "state in ('waiting', 'passed') or (state = 'taken' and held_until <= :now)";

    private static final String QUESTION = """
            select q.id, q.conversation_id, q.kept, q.reason, q.question, q.context, q.state, q.version, q.asked_at, q.due_at,
                q.holder, h.name as holder_name, h.title as holder_title, q.held_until,
                q.meant_for, m.name as meant_name, m.title as meant_title, q.note, q.reply, q.delivered_at,
                (select count(*) from content_proposal p where p.question_id = q.id) as proposals
            from escalated_question q
            left join clinician h on h.id = q.holder
            left join clinician m on m.id = q.meant_for\s""";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    EscalationStore(JdbcClient jdbc, TransactionOperations transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    /**
     * A handover that has taken place.
     *
     * @param attempt of its code
     */
    record Known(UUID id, int attempt, Instant askedAt) {}

    Optional<Known> known(UUID conversation, String replyId) {
        return jdbc.sql("""
                        select id, code_attempt, asked_at from escalated_question
                        where conversation_id = :conversation and reply_id = :replyId""")
                .param("conversation", conversation)
                .param("replyId", replyId)
                .query((row, number) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getInt("code_attempt"),
                        instant(row, "asked_at").orElseThrow()))
                .optional();
    }

    boolean hasCode(String hash) {
        return byCode(hash).isPresent();
    }

    /** @throws DuplicateKeyException if it was handed over meanwhile, or its code is another's */
    void insert(UUID id, HandedOver handed, String codeHash, int attempt, Instant askedAt, Instant dueAt) {
        jdbc.sql("""
                        insert into escalated_question (id, conversation_id, kept, reply_id, code_hash, code_attempt, reason,
                            question, context, state, version, asked_at, due_at, tries)
                        values (:id, :conversation, :kept, :replyId, :codeHash, :attempt, :reason,
                            :question, :context, 'waiting', 0, :askedAt, :dueAt, 0)""")
                .param("id", id)
                .param("conversation", handed.conversation())
                .param("kept", handed.kept())
                .param("replyId", handed.replyId())
                .param("codeHash", codeHash)
                .param("attempt", attempt)
                .param("reason", key(handed.reason()))
                .param("question", handed.question())
                .param("context", json.writeValueAsString(handed.context()))
                .param("askedAt", time(askedAt))
                .param("dueAt", time(dueAt))
                .update();
    }

    Optional<EscalatedQuestion> find(UUID id) {
        return jdbc.sql(QUESTION + "where q.id = :id")
                .param("id", id)
                .query((row, number) -> question(row))
                .optional();
    }

    Optional<EscalatedQuestion> byCode(String hash) {
        return jdbc.sql(QUESTION + "where q.code_hash = :hash")
                .param("hash", hash)
                .query((row, number) -> question(row))
                .optional();
    }

    /** The questions that are not closed, the one due first before all others. */
    List<EscalatedQuestion> open() {
        return jdbc.sql(QUESTION + "where q.state in " + OPEN + " order by q.due_at, q.asked_at, q.id")
                .query((row, number) -> question(row))
                .list();
    }

    /** The last that were closed, the latest first. */
    List<EscalatedQuestion> closed(int most) {
        return jdbc.sql(QUESTION + "where q.closed_at is not null order by q.closed_at desc fetch first " + most
                        + " rows only")
                .query((row, number) -> question(row))
                .list();
    }

    /** Locks a question for this transaction; waits for another that has it. */
    Optional<EscalatedQuestion> lock(UUID id) {
        return jdbc.sql("select id from escalated_question where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** The questions that anybody may take, the one due first before all others. */
    List<UUID> free(Instant now) {
        return jdbc.sql("select id from escalated_question where " + FREE + " order by due_at, asked_at, id")
                .param("now", time(now))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /**
     * Locks a question for this transaction, if it is still free and nobody has it in hand at this moment. By its id, for H2 locks
     * each row that it reads before it sorts them: to ask for the first of all would lock the whole queue.
     */
    boolean lockFree(UUID id, Instant now) {
        return jdbc.sql("select id from escalated_question where id = :id and (" + FREE + ") for update skip locked")
                .param("id", id)
                .param("now", time(now))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** What a clinician holds now, other than one question. */
    Optional<EscalatedQuestion> heldBy(String clinician, @Nullable UUID but, Instant now) {
        return jdbc
                .sql(QUESTION + "where q.holder = :clinician and q.state = 'taken' and q.held_until > :now")
                .param("clinician", clinician)
                .param("now", time(now))
                .query((row, number) -> question(row))
                .list()
                .stream()
                .filter(question -> !question.id().equals(but))
                .findFirst();
    }

    void take(UUID id, String clinician, Instant until) {
        jdbc.sql("""
                        update escalated_question set state = 'taken', holder = :clinician, held_until = :until,
                            version = version + 1
                        where id = :id""")
                .param("clinician", clinician)
                .param("until", time(until))
                .param("id", id)
                .update();
    }

    /** Gives a question back to the queue, or to a colleague. */
    void giveBack(UUID id, State state, @Nullable String meantFor, @Nullable String note) {
        jdbc.sql("""
                        update escalated_question set state = :state, holder = null, held_until = null,
                            meant_for = :meantFor, note = :note, version = version + 1
                        where id = :id""")
                .param("state", key(state))
                .param("meantFor", meantFor)
                .param("note", note)
                .param("id", id)
                .update();
    }

    void close(UUID id, State state, Reply reply, Instant at) {
        jdbc.sql("""
                        update escalated_question set state = :state, reply = :reply, closed_at = :at, next_try_at = :at,
                            held_until = null, version = version + 1
                        where id = :id""")
                .param("state", key(state))
                .param("reply", json.writeValueAsString(reply))
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    /** Locks a closed question whose reply is still to be delivered and that no other node is delivering. */
    Optional<UUID> lockUndelivered(Instant now) {
        return jdbc.sql("""
                        select id from escalated_question
                        where closed_at is not null and delivered_at is null and next_try_at <= :now
                        order by next_try_at fetch first 1 rows only for update skip locked""").param("now", time(now)).query(UUID.class).optional();
    }

    int tries(UUID id) {
        return jdbc.sql("select tries from escalated_question where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void tryAgainAt(UUID id, Instant then) {
        jdbc.sql("update escalated_question set tries = tries + 1, next_try_at = :then where id = :id")
                .param("then", time(then))
                .param("id", id)
                .update();
    }

    void delivered(UUID id, Instant at) {
        jdbc.sql("update escalated_question set delivered_at = :at where id = :id and delivered_at is null")
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    /** Marks the questions past their delay of which nobody has been reminded, and counts them. */
    int markReminded(Instant now) {
        List<UUID> late = jdbc.sql("select id from escalated_question where state in " + OPEN + """
                         and due_at < :now and reminded_at is null order by due_at for update skip locked""")
                .param("now", time(now))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        late.forEach(id -> jdbc.sql("update escalated_question set reminded_at = :now where id = :id")
                .param("now", time(now))
                .param("id", id)
                .update());
        return late.size();
    }

    /** Notes who works on the queue, and locks their row for this transaction. */
    void lockClinician(String id) {
        jdbc.sql("select id from clinician where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void note(Clinician clinician, Instant now) {
        if (update(clinician, now) == 0) {
            try {
                jdbc.sql("insert into clinician (id, name, title, seen_at) values (:id, :name, :title, :now)")
                        .param("id", clinician.id())
                        .param("name", clinician.name())
                        .param("title", clinician.title())
                        .param("now", time(now))
                        .update();
            } catch (DuplicateKeyException e) {
                update(clinician, now);
            }
        }
    }

    private int update(Clinician clinician, Instant now) {
        return jdbc.sql("update clinician set name = :name, title = :title, seen_at = :now where id = :id")
                .param("id", clinician.id())
                .param("name", clinician.name())
                .param("title", clinician.title())
                .param("now", time(now))
                .update();
    }

    /** The clinicians who have worked on the queue, by name. */
    List<Clinician> clinicians() {
        return jdbc.sql("select id, name, title from clinician order by name, id")
                .query((row, number) -> new Clinician(text(row, "id"), text(row, "name"), text(row, "title")))
                .list();
    }

    void propose(UUID id, EscalatedQuestion question, Reply reply, String by, Instant at) {
        jdbc.sql("""
                        insert into content_proposal (id, question_id, answer, passages, proposed_by, proposed_at)
                        values (:id, :question, :answer, :passages, :by, :at)""")
                .param("id", id)
                .param("question", question.id())
                .param("answer", reply.text())
                .param("passages", json.writeValueAsString(reply.passages()))
                .param("by", by)
                .param("at", time(at))
                .update();
    }

    /** What was proposed as content, the latest first. */
    List<Proposal> proposals() {
        return jdbc.sql("""
                        select p.id, q.question, p.answer, p.passages, p.proposed_by, p.proposed_at
                        from content_proposal p left join escalated_question q on q.id = p.question_id
                        order by p.proposed_at desc""")
                .query((row, number) -> new Proposal(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getString("question")),
                        text(row, "answer"),
                        List.of(json.readValue(text(row, "passages"), Reply.QuotedPassage[].class)),
                        text(row, "proposed_by"),
                        instant(row, "proposed_at").orElseThrow()))
                .list();
    }

    /** Erases all that was handed over from a conversation, with the mail that was to tell of it and what was proposed of it. */
    void erase(UUID conversation) {
        inTransaction(() -> {
            jdbc.sql("""
                            delete from content_proposal where question_id in
                            (select id from escalated_question where conversation_id = :id)""").param("id", conversation).update();
            return jdbc.sql("delete from escalated_question where conversation_id = :id")
                    .param("id", conversation)
                    .update();
        });
    }

    /** Deletes the questions asked before a moment, with their answers unless those are younger. */
    int purge(Instant before) {
        return inTransaction(() -> {
            int deleted = jdbc.sql("delete from escalated_question where asked_at < :before"
                            + " and (closed_at is null or closed_at < :before)")
                    .param("before", time(before))
                    .update();
            jdbc.sql("""
                            update escalated_question set question = '', context = '[]', note = null
                            where asked_at < :before and question <> ''""").param("before", time(before)).update();
            return deleted;
        });
    }

    /**
     * What operators see of the queue.
     *
     * @param open questions
     * @param overdue of them
     * @param undelivered replies
     */
    record Counts(long open, long overdue, long undelivered) {}

    Counts counts(Instant now) {
        return jdbc.sql("select count(case when state in " + OPEN
                        + " then 1 end) as still_open, count(case when state in "
                        + OPEN + """
                         and due_at < :now then 1 end) as overdue,
                        count(case when closed_at is not null and delivered_at is null then 1 end) as undelivered
                        from escalated_question""")
                .param("now", time(now))
                .query((row, number) ->
                        new Counts(row.getLong("still_open"), row.getLong("overdue"), row.getLong("undelivered")))
                .single();
    }

    private EscalatedQuestion question(ResultSet row) throws SQLException {
        Optional<Instant> heldUntil = instant(row, "held_until");
        return new EscalatedQuestion(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getBoolean("kept"),
                Reason.valueOf(text(row, "reason").toUpperCase(Locale.ROOT)),
                text(row, "question"),
                List.of(json.readValue(text(row, "context"), Said[].class)),
                State.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                row.getInt("version"),
                instant(row, "asked_at").orElseThrow(),
                instant(row, "due_at").orElseThrow(),
                heldUntil.isEmpty()
                        ? Optional.empty()
                        : clinician(row, "holder", "holder").map(by -> new Hold(by, heldUntil.get())),
                clinician(row, "meant_for", "meant"),
                Optional.ofNullable(row.getString("note")),
                Optional.ofNullable(row.getString("reply")).map(reply -> json.readValue(reply, Reply.class)),
                instant(row, "delivered_at"),
                row.getLong("proposals") > 0);
    }

    private static Optional<Clinician> clinician(ResultSet row, String id, String prefix) throws SQLException {
        return row.getString(id) == null
                ? Optional.empty()
                : Optional.of(new Clinician(text(row, id), text(row, prefix + "_name"), text(row, prefix + "_title")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** PostgreSQL's driver knows no {@link Instant}, and databases keep microseconds. */
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}

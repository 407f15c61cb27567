package fr.gercor.faq.conversation;

import fr.gercor.faq.answer.Explanation;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.answer.Reply.QuotedPassage;
import fr.gercor.faq.content.Audience;
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
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conversations in the database. Every method is one transaction, and fails with Spring's {@link DataAccessException} or
 * {@link org.springframework.transaction.TransactionException} where the database does.
 */
final class ConversationStore {

    private static final String TURN = "select seq, client_id, fingerprint, text, choice, reply from turn";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Doorbell doorbell;

    /**
     * @param json that writes replies as they are stored
     * @param doorbell rung inside the transaction that adds a turn or erases a conversation
     */
    ConversationStore(JdbcClient jdbc, TransactionOperations transactions, JsonMapper json, Doorbell doorbell) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.doorbell = doorbell;
    }

    /** A turn of a client id: as it was told, or empty where it has been purged. */
    record Found(Optional<KnownTurn> turn) {}

    /**
     * A conversation as a message finds it.
     *
     * @param same the turn of the message's client id, where it has come before
     * @param earlier the last turns, in order
     */
    record Snapshot(Head head, Optional<Found> same, List<KnownTurn> earlier) {}

    /** What answering a message needs to know; empty where the conversation is no more. */
    Optional<Snapshot> look(UUID id, String clientId, int mostTurns) {
        return Objects.requireNonNull(transactions.execute(
                status -> head(id).map(head -> new Snapshot(head, find(id, clientId), lastTurns(id, mostTurns)))));
    }

    void insert(UUID id, Head head, Instant at) {
        jdbc.sql("""
                        insert into conversation (id, token_hash, audience, owner, created_at, last_at, next_seq)
                        values (:id, :tokenHash, :audience, :owner, :at, :at, :nextSeq)""")
                .param("id", id)
                .param("tokenHash", head.tokenHash())
                .param("audience", key(head.audience()))
                .param("owner", head.owner().orElse(null))
                .param("at", time(at))
                .param("nextSeq", head.nextSeq())
                .update();
    }

    Optional<Head> head(UUID id) {
        return jdbc.sql("select token_hash, audience, owner, next_seq from conversation where id = :id")
                .param("id", id)
                .query((row, number) -> new Head(
                        text(row, "token_hash").orElseThrow(),
                        Audience.valueOf(text(row, "audience").orElseThrow().toUpperCase(Locale.ROOT)),
                        text(row, "owner"),
                        row.getLong("next_seq")))
                .optional();
    }

    /** The last used conversations of an account that still hold a word, with the first of what was asked in each. */
    List<OwnConversation> ownedBy(String owner, int most) {
        return jdbc.sql("""
                        select conversation.id, conversation.last_at, turn.text
                        from conversation join turn on turn.conversation_id = conversation.id
                        where conversation.owner = :owner and turn.text is not null and turn.seq = (
                            select min(earliest.seq) from turn earliest
                            where earliest.conversation_id = conversation.id and earliest.text is not null)
                        order by conversation.last_at desc, conversation.id limit :most""")
                .param("owner", owner)
                .param("most", most)
                .query((row, number) -> new OwnConversation(
                        row.getObject("id", UUID.class),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        text(row, "text").orElseThrow()))
                .list();
    }

    /** The first turns after {@code after} that have not been purged, in order. */
    List<Turn> turnsAfter(UUID id, long after, int most) {
        return jdbc.sql(TURN
                        + " where conversation_id = :id and seq > :after and text_purged_at is null order by seq"
                        + " fetch first " + most + " rows only")
                .param("id", id)
                .param("after", after)
                .query((row, number) -> turn(row).turn())
                .list();
    }

    /** The last turns that have not been purged, in order. */
    List<KnownTurn> lastTurns(UUID id, int most) {
        return jdbc.sql(TURN
                        + " where conversation_id = :id and text_purged_at is null order by seq desc fetch first "
                        + most + " rows only")
                .param("id", id)
                .query((row, number) -> turn(row))
                .list()
                .reversed();
    }

    private Optional<Found> find(UUID id, String clientId) {
        return jdbc.sql(TURN + " where conversation_id = :id and client_id = :clientId")
                .param("id", id)
                .param("clientId", clientId)
                .query((row, number) ->
                        new Found(row.getString("reply") == null ? Optional.empty() : Optional.of(turn(row))))
                .optional();
    }

    /**
     * Adds a turn at its place.
     *
     * @return false if another turn has taken the place, or the conversation is no more; nothing was added then
     */
    boolean append(UUID id, long seq, Draft draft) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            int moved = jdbc.sql("""
                            update conversation set next_seq = :next, last_at = :at
                            where id = :id and next_seq = :seq""")
                    .param("next", seq + 1)
                    .param("at", time(draft.reply().at()))
                    .param("id", id)
                    .param("seq", seq)
                    .update();
            if (moved == 0) {
                return false;
            }
            insertTurn(id, seq, draft);
            doorbell.ringTurn(jdbc, id, seq);
            return true;
        }));
    }

    /** Adds a conversation that began while the database was away, unless it is there already. */
    void replay(UUID id, Head head, Instant at) {
        transactions.executeWithoutResult(status -> {
            if (head(id).isEmpty()) {
                insert(id, head, at);
            }
        });
    }

    /**
     * Adds a turn that was told while the database was away, unless it is there already or its conversation is no more.
     *
     * @param told the place that its client was told; a later one where that is taken
     * @return its place; empty if nothing was added
     */
    Optional<Long> replay(UUID id, long told, Draft draft) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Long> next = jdbc.sql("select next_seq from conversation where id = :id for update")
                    .param("id", id)
                    .query(Long.class)
                    .optional();
            if (next.isEmpty() || isThere(id, draft)) {
                return Optional.<Long>empty();
            }
            long seq = Math.max(told, next.get());
            jdbc.sql("update conversation set next_seq = :next, last_at = :at where id = :id")
                    .param("next", seq + 1)
                    .param("at", time(draft.reply().at()))
                    .param("id", id)
                    .update();
            insertTurn(id, seq, draft);
            doorbell.ringTurn(jdbc, id, seq);
            return Optional.of(seq);
        }));
    }

    private boolean isThere(UUID id, Draft draft) {
        return jdbc.sql("select count(*) from turn where reply_id = :replyId")
                                .param("replyId", draft.reply().id())
                                .query(Long.class)
                                .single()
                        > 0
                || draft.clientId().flatMap(clientId -> find(id, clientId)).isPresent();
    }

    private void insertTurn(UUID id, long seq, Draft draft) {
        Reply reply = draft.reply();
        jdbc.sql("""
                        insert into turn (conversation_id, seq, client_id, reply_id, fingerprint, text, choice, reply,
                            explanation, outcome, intent, page, confidence, urgency, rule, lang, content_version, micros,
                            at, searchable)
                        values (:id, :seq, :clientId, :replyId, :fingerprint, :text, :choice, :reply,
                            :explanation, :outcome, :intent, :page, :confidence, :urgency, :rule, :lang, :version, :micros,
                            :at, true)""")
                .param("id", id)
                .param("seq", seq)
                .param("clientId", draft.clientId().orElse(null))
                .param("replyId", reply.id())
                .param("fingerprint", draft.fingerprint().orElse(null))
                .param("text", draft.text().orElse(null))
                .param("choice", draft.choice().orElse(null))
                .param("reply", json.writeValueAsString(reply))
                .param(
                        "explanation",
                        draft.explanation().map(json::writeValueAsString).orElse(null))
                .param("outcome", key(reply.outcome()))
                .param("intent", reply.intent())
                .param(
                        "page",
                        reply.passages().stream()
                                .findFirst()
                                .map(QuotedPassage::page)
                                .orElse(null))
                .param("confidence", reply.confidence())
                .param("urgency", reply.urgency() == null ? null : key(reply.urgency()))
                .param(
                        "rule",
                        draft.explanation()
                                .map(Explanation::rule)
                                .filter(rule -> !rule.isEmpty())
                                .orElse(null))
                .param("lang", reply.lang())
                .param("version", draft.contentVersion())
                .param("micros", draft.micros())
                .param("at", time(reply.at()))
                .update();
        draft.text().ifPresent(text -> TurnWords.insert(jdbc, id, seq, text, reply.at()));
    }

    /**
     * Keeps what a patient thinks of a reply, instead of what they thought before.
     *
     * @param feedback masked
     * @return false if the conversation has no such reply
     */
    boolean rate(UUID id, String replyId, Feedback feedback, Instant at) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<Long> seq = jdbc.sql(
                            "select seq from turn where conversation_id = :id and reply_id = :replyId for update")
                    .param("id", id)
                    .param("replyId", replyId)
                    .query(Long.class)
                    .optional();
            if (seq.isEmpty()) {
                return false;
            }
            jdbc.sql("delete from feedback where conversation_id = :id and seq = :seq")
                    .param("id", id)
                    .param("seq", seq.get())
                    .update();
            jdbc.sql("""
                            insert into feedback (conversation_id, seq, vote, reason, comment, at)
                            values (:id, :seq, :vote, :reason, :comment, :at)""")
                    .param("id", id)
                    .param("seq", seq.get())
                    .param("vote", key(feedback.vote()))
                    .param("reason", feedback.reason().orElse(null))
                    .param("comment", feedback.comment().orElse(null))
                    .param("at", time(at))
                    .update();
            jdbc.sql("update turn set vote = :vote where conversation_id = :id and seq = :seq")
                    .param("vote", key(feedback.vote()))
                    .param("id", id)
                    .param("seq", seq.get())
                    .update();
            return true;
        }));
    }

    /** Erases a conversation and all that was said in it; false if it is no more. */
    boolean erase(UUID id) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean erased = jdbc.sql("delete from conversation where id = :id")
                            .param("id", id)
                            .update()
                    > 0;
            if (erased) {
                doorbell.ringErased(jdbc, id);
            }
            return erased;
        }));
    }

    /** Fails where the database can't be reached. */
    void probe() {
        jdbc.sql("select count(*) from conversation where id = :id")
                .param("id", new UUID(0, 0))
                .query(Long.class)
                .single();
    }

    private KnownTurn turn(ResultSet row) throws SQLException {
        Turn turn = new Turn(
                row.getLong("seq"),
                text(row, "client_id"),
                text(row, "text"),
                text(row, "choice"),
                json.readValue(text(row, "reply").orElseThrow(), Reply.class));
        return new KnownTurn(turn, text(row, "fingerprint"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** PostgreSQL's driver knows no {@link Instant}. */
    static OffsetDateTime time(Instant instant) {
        // Databases keep microseconds: what they are compared to must not be finer.
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}

package fr.gercor.faq.conversation;

import static fr.gercor.faq.conversation.ConversationStore.time;

import fr.gercor.faq.question.SearchWords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words of turns, beside them, by which staff find what was written. */
final class TurnWords {

    /** Turns per transaction when those of before are caught up. */
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    /** @param json that reads explanations as they are stored */
    TurnWords(JdbcClient jdbc, TransactionOperations transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    private record Wordless(long ref, String text, Optional<String> explanation, Instant at) {}

    /**
     * Adds the words of the turns that were stored without, oldest first; stops where the thread is interrupted.
     *
     * @return how many turns there were
     */
    long catchUp() {
        long done = 0;
        long last = 0;
        while (!Thread.currentThread().isInterrupted()) {
            List<Wordless> turns = wordless(last);
            if (turns.isEmpty()) {
                return done;
            }
            transactions.executeWithoutResult(status -> turns.forEach(this::add));
            last = turns.getLast().ref();
            done += turns.size();
        }
        return done;
    }

    private List<Wordless> wordless(long after) {
        return jdbc.sql("""
                        select ref, text, explanation, at from turn
                        where ref > :after and searchable = false and text is not null
                        order by ref fetch first\s""" + BATCH + " rows only")
                .param("after", after)
                .query((row, number) -> new Wordless(
                        row.getLong("ref"),
                        row.getString("text"),
                        Optional.ofNullable(row.getString("explanation")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void add(Wordless turn) {
        // The text may have been purged since it was read, and its words must not outlive it.
        int there = jdbc.sql("""
                        update turn set searchable = true, rule = :rule
                        where ref = :ref and searchable = false and text is not null""")
                .param("rule", turn.explanation().flatMap(this::rule).orElse(null))
                .param("ref", turn.ref())
                .update();
        if (there > 0) {
            insert(jdbc, turn.ref(), turn.text(), turn.at());
        }
    }

    private Optional<String> rule(String explanation) {
        JsonNode rule = json.readTree(explanation).path("rule");
        return Optional.of(rule.asString("")).filter(id -> !id.isEmpty());
    }

    /** Adds the words of a turn that has just been stored. */
    static void insert(JdbcClient jdbc, UUID conversation, long seq, String text, Instant at) {
        long ref = jdbc.sql("select ref from turn where conversation_id = :id and seq = :seq")
                .param("id", conversation)
                .param("seq", seq)
                .query(Long.class)
                .single();
        insert(jdbc, ref, text, at);
    }

    private static void insert(JdbcClient jdbc, long ref, String text, Instant at) {
        List<String> words = List.copyOf(SearchWords.of(text));
        if (words.isEmpty()) {
            return;
        }
        // One statement, however long the text: a patient waits for it.
        StringBuilder sql = new StringBuilder("insert into turn_word (ref, word, at) values ");
        for (int i = 0; i < words.size(); i++) {
            sql.append(i == 0 ? "" : ", ").append("(:ref, :word").append(i).append(", :at)");
        }
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql.toString()).param("ref", ref).param("at", time(at));
        for (int i = 0; i < words.size(); i++) {
            statement = statement.param("word" + i, words.get(i));
        }
        statement.update();
    }

    /** Takes out the words of a turn whose text is purged. */
    static void delete(JdbcClient jdbc, UUID conversation, long seq) {
        jdbc.sql("""
                        delete from turn_word
                        where ref = (select ref from turn where conversation_id = :id and seq = :seq)""").param("id", conversation).param("seq", seq).update();
    }
}

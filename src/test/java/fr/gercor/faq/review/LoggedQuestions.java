package fr.gercor.faq.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes turns as conversations leave them, for tests that read the log. */
public final class LoggedQuestions {

    private final JdbcClient jdbc;

    public LoggedQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A question that was refused, in a conversation of its own. */
    public UUID refused(String text, Instant at) {
        return asked(text, "out_of_scope", null, null, 0.05, at);
    }

    /** A question that a page answered. */
    public UUID answered(String text, String page, String intent, double confidence, Instant at) {
        return asked(text, "answer", page, intent, confidence, at);
    }

    /** What the patient thought of it. */
    public void rated(UUID conversation, String vote, Instant at) {
        jdbc.sql("update turn set vote = :vote where conversation_id = :id and seq = 1")
                .param("vote", vote)
                .param("id", conversation)
                .update();
        jdbc.sql("insert into feedback (conversation_id, seq, vote, at) values (:id, 1, :vote, :at)")
                .param("id", conversation)
                .param("vote", vote)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private UUID asked(
            String text,
            String outcome,
            @org.jspecify.annotations.Nullable String page,
            @org.jspecify.annotations.Nullable String intent,
            double confidence,
            Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into conversation (id, token_hash, audience, created_at, last_at, next_seq)
                        values (:id, 'hash', 'public', :at, :at, 2)""").param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("""
                        insert into turn (conversation_id, seq, reply_id, text, outcome, page, intent, confidence, lang,
                            content_version, micros, at)
                        values (:id, 1, :reply, :text, :outcome, :page, :intent, :confidence, 'fr', 'v', 1500, :at)""")
                .param("id", id)
                .param("reply", id.toString())
                .param("text", text)
                .param("outcome", outcome)
                .param("page", page)
                .param("intent", intent)
                .param("confidence", confidence)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}

package fr.gercor.faq.review;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.question.Folding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What people asked in their own words, read from the turns; only what is still kept, and all of it masked. */
public final class QuestionLog {

    static final String REFUSED = "out_of_scope";

    /** Below it an answer says itself that it is less sure: as the answer policy has it. */
    static final double UNSURE = 0.85;

    /** As many as are gathered at once; beyond, the most recent. */
    static final int MOST = 20_000;

    private static final String ASKED = """
            select turn.conversation_id, turn.seq, turn.text, conversation.audience, turn.outcome, turn.page,
                turn.confidence, turn.vote, turn.at
            from turn join conversation on conversation.id = turn.conversation_id
            where turn.text is not null and turn.choice is null\s""";

    private static final String NEWEST = " order by turn.at desc, turn.conversation_id, turn.seq";

    private final JdbcClient jdbc;

    QuestionLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was refused, or answered without being sure, the newest first. */
    List<AskedQuestion> failed(Instant from, Instant to) {
        return query(jdbc.sql(ASKED
                        + " and turn.at >= :from and turn.at < :to and (turn.outcome = '" + REFUSED
                        + "' or (turn.outcome = 'answer' and turn.confidence < :unsure))" + NEWEST
                        + " fetch first " + MOST + " rows only")
                .param("from", MendStore.time(from))
                .param("to", MendStore.time(to))
                .param("unsure", UNSURE));
    }

    /**
     * What a page answered without being sure, to somebody's displeasure or wrongly as readers judged, and what it should have
     * answered; the newest first.
     */
    List<AskedQuestion> unmet(String page, Instant from, int most) {
        List<AskedQuestion> unmet = new ArrayList<>(query(jdbc.sql(ASKED
                        + " and turn.at >= :from and turn.page = :page and (turn.confidence < :unsure"
                        + " or turn.vote = 'down' or exists (select 1 from judgement"
                        + " where judgement.ref = turn.ref and judgement.verdict <> 'right'))" + NEWEST
                        + " fetch first " + most + " rows only")
                .param("from", MendStore.time(from))
                .param("page", page)
                .param("unsure", UNSURE)));
        unmet.addAll(query(jdbc.sql(ASKED
                        + " and turn.at >= :from and coalesce(turn.page, '') <> :page"
                        + " and turn.ref in (select ref from judgement where right_page = :page)" + NEWEST
                        + " fetch first " + most + " rows only")
                .param("from", MendStore.time(from))
                .param("page", page)));
        return unmet.stream()
                .sorted(Comparator.comparing(AskedQuestion::at).reversed())
                .limit(most)
                .toList();
    }

    /** The last questions, each once however it is spelt, the newest first. */
    List<AskedQuestion> lastDistinct(int most) {
        Set<String> seen = new HashSet<>();
        return query(jdbc.sql(ASKED + NEWEST + " fetch first " + 5 * most + " rows only")).stream()
                .filter(asked -> seen.add(Folding.fold(asked.text()).strip()))
                .limit(most)
                .toList();
    }

    /** The words of one turn, while they are kept. */
    Optional<String> text(UUID conversation, long seq) {
        return jdbc.sql("select text from turn where conversation_id = :id and seq = :seq and text is not null")
                .param("id", conversation)
                .param("seq", seq)
                .query(String.class)
                .optional();
    }

    private static List<AskedQuestion> query(StatementSpec sql) {
        return sql.query(QuestionLog::asked).list();
    }

    private static AskedQuestion asked(ResultSet row, int number) throws SQLException {
        return new AskedQuestion(
                row.getObject("conversation_id", UUID.class),
                row.getLong("seq"),
                MendStore.text(row, "text").orElseThrow(),
                Audience.valueOf(MendStore.text(row, "audience").orElseThrow().toUpperCase(Locale.ROOT)),
                MendStore.text(row, "outcome").orElseThrow(),
                MendStore.text(row, "page").orElse(""),
                row.getDouble("confidence"),
                MendStore.text(row, "vote").orElse(""),
                MendStore.instant(row, "at").orElseThrow());
    }
}

package fr.gercor.faq.review;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.question.Folding;
import fr.gercor.faq.review.Insights.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
                turn.confidence, feedback.vote, turn.at
            from turn join conversation on conversation.id = turn.conversation_id
                left join feedback on feedback.conversation_id = turn.conversation_id and feedback.seq = turn.seq
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

    /** What a page answered without being sure, or to somebody's displeasure, the newest first. */
    List<AskedQuestion> unmet(String page, Instant from, int most) {
        return query(jdbc.sql(ASKED
                        + " and turn.at >= :from and turn.page = :page and (turn.confidence < :unsure"
                        + " or feedback.vote = 'down')" + NEWEST + " fetch first " + most + " rows only")
                .param("from", MendStore.time(from))
                .param("page", page)
                .param("unsure", UNSURE));
    }

    /** What was asked at an hour of a day of the week, as lived in Paris, the newest first. */
    public List<AskedQuestion> at(DayOfWeek day, int hour, Period period, int most) {
        List<AskedQuestion> asked = new ArrayList<>();
        for (LocalDate date = period.from(); !date.isAfter(period.to()); date = date.plusDays(1)) {
            if (date.getDayOfWeek() == day) {
                Instant from = date.atTime(hour, 0).atZone(Insights.PARIS).toInstant();
                asked.addAll(query(jdbc.sql(ASKED + " and turn.at >= :from and turn.at < :to" + NEWEST + " fetch first "
                                + most + " rows only")
                        .param("from", MendStore.time(from))
                        .param("to", MendStore.time(from.plus(Duration.ofHours(1))))));
            }
        }
        return asked.reversed().stream().limit(most).toList();
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

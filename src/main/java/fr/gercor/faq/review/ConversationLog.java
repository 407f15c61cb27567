package fr.gercor.faq.review;

import static fr.gercor.faq.review.Rows.text;
import static fr.gercor.faq.review.Rows.time;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Explanation;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.review.Transcript.Told;
import fr.gercor.faq.review.Trouble.Sign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What was asked and replied, as staff read it: in numbers, in lists, word for word. */
public final class ConversationLog {

    /** Turns of a conversation that are shown at once. */
    public static final int MOST_TURNS = 200;

    /** Turns that an export reads at once. */
    private static final int BATCH = 500;

    /** A word is told from a rarer one by so many of its turns: counting them all would take longer than the search. */
    private static final int COUNTED = 2_000;

    private static final String TURN = """
            select t.ref, t.conversation_id, t.seq, t.at, t.text, t.text_purged_at, t.outcome, t.intent, t.page, t.confidence,
                t.urgency, t.lang, t.vote, t.micros, f.comment, s.state%s
            from turn t
            left join feedback f on f.conversation_id = t.conversation_id and f.seq = t.seq
            left join review_state s on s.ref = t.ref
            """;

    private static final String QUESTION = "outcome not in ('small_talk', 'professional_answer')";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Supplier<Engine> engines;

    /**
     * @param json that reads replies as they are stored
     * @param engines the one in force: it knows which rule speaks with which voice
     */
    ConversationLog(JdbcClient jdbc, JsonMapper json, Supplier<Engine> engines) {
        this.jdbc = jdbc;
        this.json = json;
        this.engines = engines;
    }

    /**
     * A page of the questions of a filter, newest first.
     *
     * @param before where the page before it ended
     */
    public Listing list(Filter filter, Optional<Place> before, int size) {
        List<Long> refs = refs(filter, before, size + 1);
        List<LoggedTurn> turns = turns(refs.subList(0, Math.min(size, refs.size())));
        // A turn may be erased between the two statements, never the place where the page ends.
        return new Listing(
                turns,
                refs.size() > size && !turns.isEmpty()
                        ? Optional.of(
                                new Place(turns.getLast().at(), turns.getLast().ref()))
                        : Optional.empty());
    }

    /** Every question of a filter, newest first, read a few at a time. */
    public void each(Filter filter, Consumer<LoggedTurn> reader) {
        Optional<Place> before = Optional.empty();
        do {
            Listing page = list(filter, before, BATCH);
            page.turns().forEach(reader);
            before = page.next();
        } while (before.isPresent());
    }

    private List<Long> refs(Filter filter, Optional<Place> before, int most) {
        List<String> words = Selection.words(filter);
        Selection selection = new Selection(filter, rarestFirst(words), rules(filter), before);
        return jdbc.sql(selection.sql(most))
                .params(selection.values())
                .query(Rows.REF)
                .list();
    }

    private List<String> rarestFirst(List<String> words) {
        if (words.size() < 2) {
            return words;
        }
        Map<String, Long> counts = new HashMap<>();
        words.forEach(word -> counts.put(word, count(word)));
        return words.stream().sorted(Comparator.comparing(counts::get)).toList();
    }

    private long count(String word) {
        return jdbc.sql("select count(*) from (select 1 from turn_word where word = :word fetch first " + COUNTED
                        + " rows only) as counted")
                .param("word", word)
                .query(Long.class)
                .single();
    }

    private List<String> rules(Filter filter) {
        return filter.voice().stream()
                .flatMap(voice -> engines.get().catalogue().rules().rules().stream()
                        .filter(rule -> rule.kind() == voice)
                        .map(RuleBook.Rule::id))
                .toList();
    }

    /** Turns by their numbers, in that order; those that are no more are left out. */
    public List<LoggedTurn> turns(List<Long> refs) {
        if (refs.isEmpty()) {
            return List.of();
        }
        Beside beside = beside(refs);
        Map<Long, LoggedTurn> found = new HashMap<>();
        jdbc.sql(TURN.formatted("") + "where t.ref in (:refs)")
                .param("refs", refs)
                .query((row, number) -> turn(row, beside))
                .list()
                .forEach(turn -> found.put(turn.ref(), turn));
        return refs.stream().map(found::get).filter(java.util.Objects::nonNull).toList();
    }

    /** What readers put beside turns. */
    private record Beside(Map<Long, List<Label>> labels, Map<Long, List<Verdict>> verdicts) {}

    private record Mark(long ref, String key) {}

    private Beside beside(List<Long> refs) {
        Map<Long, List<Label>> labels = new HashMap<>();
        marks("select ref, label from turn_label where ref in (:refs) order by label", refs)
                .forEach(mark -> labels.computeIfAbsent(mark.ref(), ref -> new ArrayList<>())
                        .add(Rows.value(Label.class, mark.key())));
        Map<Long, List<Verdict>> verdicts = new HashMap<>();
        marks("select ref, verdict from judgement where ref in (:refs) order by at", refs)
                .forEach(mark -> verdicts.computeIfAbsent(mark.ref(), ref -> new ArrayList<>())
                        .add(Rows.value(Verdict.class, mark.key())));
        return new Beside(labels, verdicts);
    }

    private List<Mark> marks(String sql, List<Long> refs) {
        return jdbc.sql(sql)
                .param("refs", refs)
                .query((row, number) -> new Mark(row.getLong(1), row.getString(2)))
                .list();
    }

    private static LoggedTurn turn(ResultSet row, Beside beside) throws SQLException {
        long ref = row.getLong("ref");
        return new LoggedTurn(
                ref,
                row.getObject("conversation_id", UUID.class),
                row.getLong("seq"),
                time(row, "at"),
                text(row, "text"),
                row.getObject("text_purged_at") != null,
                row.getString("outcome"),
                text(row, "intent"),
                text(row, "page"),
                row.getDouble("confidence"),
                text(row, "urgency"),
                row.getString("lang"),
                text(row, "vote"),
                text(row, "comment"),
                row.getLong("micros"),
                beside.labels().getOrDefault(ref, List.of()),
                beside.verdicts().getOrDefault(ref, List.of()),
                text(row, "state").map(key -> Rows.value(State.class, key)));
    }

    /**
     * A conversation; empty where it is no more.
     *
     * @param after the place of the last turn seen, or 0
     */
    public Optional<Transcript> transcript(UUID id, long after) {
        List<Long> refs = jdbc.sql("select ref from turn where conversation_id = :id and seq > :after order by seq"
                        + " fetch first " + (MOST_TURNS + 1) + " rows only")
                .param("id", id)
                .param("after", after)
                .query(Rows.REF)
                .list();
        List<Long> shown = refs.subList(0, Math.min(MOST_TURNS, refs.size()));
        return jdbc.sql("select audience, created_at from conversation where id = :id")
                .param("id", id)
                .query((row, number) -> new Transcript(
                        id, row.getString("audience"), time(row, "created_at"), told(shown), refs.size() > MOST_TURNS))
                .optional();
    }

    private List<Told> told(List<Long> refs) {
        if (refs.isEmpty()) {
            return List.of();
        }
        Beside beside = beside(refs);
        return jdbc.sql(TURN.formatted(", t.choice, t.reply, t.explanation, f.reason")
                        + "where t.ref in (:refs) order by t.seq")
                .param("refs", refs)
                .query((row, number) -> new Told(
                        turn(row, beside),
                        row.getString("choice") != null,
                        text(row, "reply").map(reply -> json.readValue(reply, Reply.class)),
                        text(row, "explanation").map(why -> json.readValue(why, Explanation.class)),
                        text(row, "reason")))
                .list();
    }

    /** The number of a turn; empty where it is no more. */
    public Optional<Long> ref(UUID conversation, long seq) {
        return jdbc.sql("select ref from turn where conversation_id = :id and seq = :seq")
                .param("id", conversation)
                .param("seq", seq)
                .query(Long.class)
                .optional();
    }

    /** What was asked from one moment until another. */
    public Figures figures(Instant from, Instant until) {
        return jdbc.sql("""
                        select count(*) as questions,
                            count(case when outcome = 'answer' then 1 end) as answered,
                            count(case when outcome = 'clarification' then 1 end) as clarified,
                            count(case when outcome = 'out_of_scope' then 1 end) as refused,
                            count(case when outcome = 'urgent' then 1 end) as urgent,
                            count(case when outcome = 'escalation' then 1 end) as escalated,
                            count(case when vote = 'up' then 1 end) as up,
                            count(case when vote = 'down' then 1 end) as down,
                            percentile_cont(0.5) within group (order by micros) as median
                        from turn where at >= :from and at < :until and\s""" + QUESTION)
                .param("from", time(from))
                .param("until", time(until))
                .query((row, number) -> new Figures(
                        row.getLong("questions"),
                        row.getLong("answered"),
                        row.getLong("clarified"),
                        row.getLong("refused"),
                        row.getLong("urgent"),
                        row.getLong("escalated"),
                        row.getLong("up"),
                        row.getLong("down"),
                        row.getDouble("median")))
                .single();
    }

    /**
     * The questions that went wrong since a moment, the surest failures first, then the newest; what somebody has judged is left out.
     *
     * @param most of each sign
     */
    public List<Trouble> troubles(Instant since, int most) {
        Map<Sign, String> signs = new EnumMap<>(Sign.class);
        signs.put(Sign.DISLIKED, "t.vote = 'down'");
        signs.put(Sign.URGENT, "t.outcome = 'urgent'");
        signs.put(Sign.REFUSED, "t.outcome = 'out_of_scope'");
        signs.put(Sign.UNSURE, "t.outcome = 'answer' and t.confidence < :sure");
        Set<Long> told = new HashSet<>();
        List<Trouble> troubles = new ArrayList<>();
        signs.forEach((sign, condition) -> {
            JdbcClient.StatementSpec statement = jdbc.sql("select t.ref from turn t where " + condition
                            + " and t.at >= :since and not exists (select 1 from judgement j where j.ref = t.ref)"
                            + " order by t.at desc, t.ref desc fetch first " + most + " rows only")
                    .param("since", time(since));
            List<Long> refs = (sign == Sign.UNSURE
                            ? statement.param("sure", engines.get().sureFrom())
                            : statement)
                    .query(Rows.REF)
                    .list();
            turns(refs).stream()
                    .filter(turn -> told.add(turn.ref()))
                    .forEach(turn -> troubles.add(new Trouble(turn, sign)));
        });
        return troubles;
    }

    /**
     * A run of the retention.
     *
     * @param at when it took place
     * @param purged turns whose words were taken out
     * @param forgotten conversations without a turn that were deleted
     */
    public record RetentionRun(Instant at, long purged, long forgotten) {}

    /** The last runs of the retention, newest first. */
    public List<RetentionRun> retentionRuns(int most) {
        return jdbc.sql("select ran_at, purged, forgotten from retention_run order by ran_at desc fetch first " + most
                        + " rows only")
                .query((row, number) ->
                        new RetentionRun(time(row, "ran_at"), row.getLong("purged"), row.getLong("forgotten")))
                .list();
    }
}

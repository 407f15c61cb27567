package fr.gercor.faq.review;

import static fr.gercor.faq.review.Rows.text;
import static fr.gercor.faq.review.Rows.time;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Explanation;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.review.Selection.Lead;
import fr.gercor.faq.review.Selection.Span;
import fr.gercor.faq.review.Transcript.Told;
import fr.gercor.faq.review.Trouble.Sign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
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

    /** So many turns are read at once, whatever order they come in; counting all would take longer than the search. */
    private static final int FEW = 4_000;

    /** So many, where something else gives the newest first. */
    private static final int FEWER = 1_500;

    /** Two conditions that both leave more than a few are told apart by so many. */
    private static final int MANY = 20_000;

    private static final String TURN = """
            select t.ref, t.conversation_id, t.seq, t.at, t.text, t.text_purged_at, t.outcome, t.intent, t.page, t.confidence,
                t.urgency, t.lang, t.vote, t.micros, f.comment, s.state%s
            from turn t
            left join feedback f on f.conversation_id = t.conversation_id and f.seq = t.seq
            left join review_state s on s.ref = t.ref
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Supplier<Engine> engines;
    private final HourCounts hours;

    /**
     * @param json that reads replies as they are stored
     * @param engines the one in force: it knows which rule speaks with which voice
     */
    ConversationLog(JdbcClient jdbc, JsonMapper json, Supplier<Engine> engines) {
        this.jdbc = jdbc;
        this.json = json;
        this.engines = engines;
        this.hours = new HourCounts(jdbc);
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
        if (filter.unreviewed() && filter.reviewer().isPresent()) {
            return List.of();
        }
        List<String> words = Selection.words(filter);
        List<String> rules = rules(filter);
        return filter.hour().isEmpty()
                ? refs(new Selection(filter, words, rules, Optional.empty(), before), most)
                : byHour(filter, words, rules, before, most);
    }

    private List<Long> refs(Selection selection, int most) {
        return refs(selection, leading(selection), most);
    }

    private List<Long> refs(Selection selection, Optional<Lead> leading, int most) {
        return jdbc.sql(selection.sql(leading, most))
                .params(selection.values())
                .query(Rows.REF)
                .list();
    }

    /** The hours of a week are read one by one, the last first: each holds few turns among many. */
    private List<Long> byHour(Filter filter, List<String> words, List<String> rules, Optional<Place> before, int most) {
        Filter.WeekHour hour = filter.hour().orElseThrow();
        List<Long> refs = new ArrayList<>();
        Optional<LocalDate> newest = before.map(place -> day(place.at())).or(() -> end("desc"));
        LocalDate last = filter.to()
                .filter(day -> newest.filter(day::isAfter).isEmpty())
                .or(() -> newest)
                .orElse(LocalDate.EPOCH);
        LocalDate first = filter.from().or(() -> end("asc")).orElse(last);
        for (LocalDate day = last.with(TemporalAdjusters.previousOrSame(hour.day()));
                !day.isBefore(first) && refs.size() < most;
                day = day.minusWeeks(1)) {
            Instant from = day.atTime(hour.hour(), 0).atZone(Selection.PARIS).toInstant();
            Span span = new Span(from, from.plus(Duration.ofHours(1)));
            Selection selection = new Selection(filter, words, rules, Optional.of(span), before);
            // The hour leaves fewer than anything that could be counted.
            refs.addAll(refs(
                    selection,
                    filter.waited().flatMap(waited -> selection.leads().stream().findFirst()),
                    most - refs.size()));
        }
        return refs;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Selection.PARIS);
    }

    /** The day of the first or the last turn. */
    private Optional<LocalDate> end(String order) {
        return jdbc.sql("select at from turn order by at " + order + ", ref " + order + " fetch first 1 row only")
                .query((row, number) -> day(time(row, "at")))
                .optional();
    }

    /** What leaves the fewest turns; empty where all leave many and none gives them newest first. */
    private Optional<Lead> leading(Selection selection) {
        List<Lead> leads = selection.leads();
        if (leads.size() == 1
                && (leads.getFirst().sorted() || leads.getFirst().name().equals("waited"))) {
            return Optional.of(leads.getFirst());
        }
        Optional<Lead> rare = rarest(selection, leads, FEW);
        if (rare.isPresent()) {
            return rare;
        }
        List<Lead> sorted = leads.stream().filter(Lead::sorted).toList();
        if (sorted.size() == 1) {
            return Optional.of(sorted.getFirst());
        }
        List<Lead> others = leads.size() < 2
                ? List.of()
                : leads.stream().filter(Lead::narrow).toList();
        return rarest(selection, sorted.isEmpty() ? others : sorted, MANY)
                .or(() -> sorted.stream().findFirst());
    }

    /** The one that leaves the fewest turns, if these are less than {@code most}. */
    private Optional<Lead> rarest(Selection selection, List<Lead> leads, int most) {
        boolean anySorted = leads.stream().anyMatch(Lead::sorted);
        Optional<Lead> rarest = Optional.empty();
        long fewest = most;
        for (Lead lead : leads) {
            int bound = anySorted && !lead.sorted() ? FEWER : most;
            long count = jdbc.sql(selection.counting(lead, bound))
                    .params(selection.values())
                    .query(Long.class)
                    .single();
            if (count < Math.min(fewest, bound)) {
                rarest = Optional.of(lead);
                fewest = count;
            }
        }
        return rarest;
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
        return hours.figures(from, until);
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
     * @param beside copies of patients' words that were taken out elsewhere
     */
    public record RetentionRun(Instant at, long purged, long forgotten, long beside) {}

    /** The last runs of the retention, newest first. */
    public List<RetentionRun> retentionRuns(int most) {
        return jdbc.sql("select ran_at, purged, forgotten, beside from retention_run order by ran_at desc fetch first "
                        + most + " rows only")
                .query((row, number) -> new RetentionRun(
                        time(row, "ran_at"), row.getLong("purged"), row.getLong("forgotten"), row.getLong("beside")))
                .list();
    }
}

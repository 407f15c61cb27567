package fr.gercor.faq.review;

import fr.gercor.faq.answer.Explanation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the log says as a whole: sums that the database makes, an hour and a page at a time, and that hold no words. */
public final class Insights {

    /** The days and hours of the staff. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final int BINS = 10;
    private static final int EXPLAINED = 5_000;
    private static final String ANSWER = "answer";
    private static final String PERIOD = " turn.at >= :from and turn.at < :to ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OtherTables others;

    Insights(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.others = new OtherTables(jdbc);
    }

    /** Whole days in Paris, the last one included. */
    public record Period(LocalDate from, LocalDate to) {

        /** The days up to {@code last}. */
        public static Period days(LocalDate last, int days) {
            return new Period(last.minusDays(days - 1L), last);
        }

        Instant begin() {
            return from.atStartOfDay(PARIS).toInstant();
        }

        Instant end() {
            return to.plusDays(1).atStartOfDay(PARIS).toInstant();
        }

        /** As many days, just before. */
        public Period before() {
            long days = to.toEpochDay() - from.toEpochDay() + 1;
            return new Period(from.minusDays(days), to.minusDays(days));
        }
    }

    /**
     * Turns that are alike.
     *
     * @param day in Paris
     * @param hour in Paris, 0 to 23
     * @param outcome as it is stored
     * @param page that was quoted; empty where none was
     * @param bin tenth of the confidence, 0 to 9
     * @param up votes
     * @param down votes
     */
    public record Cell(LocalDate day, int hour, String outcome, String page, int bin, long count, long up, long down) {}

    /** A name with how often it occurs. */
    public record Named(String name, long count) {}

    /** A page that was quoted and the one that was right. */
    public record Confusion(String quoted, String right, long count) {}

    /** How many replies of a tenth of confidence were judged, and how many were right. */
    public record Judged(int bin, long judged, long right) {}

    /** All turns of a period, in cells. */
    public List<Cell> cells(Period period) {
        return jdbc.sql("""
                        select floor(extract(epoch from turn.at) / 3600) hour_number, outcome, page,
                            least(floor(confidence * 10), 9) bin, count(*) total,
                            sum(case when vote = 'up' then 1 else 0 end) ups,
                            sum(case when vote = 'down' then 1 else 0 end) downs
                        from turn where""" + PERIOD + """
                        group by floor(extract(epoch from turn.at) / 3600), outcome, page, least(floor(confidence * 10), 9)
                        """)
                .param("from", MendStore.time(period.begin()))
                .param("to", MendStore.time(period.end()))
                .query(Insights::cell)
                .list();
    }

    private static Cell cell(ResultSet row, int number) throws SQLException {
        ZonedDateTime hour =
                Instant.ofEpochSecond(row.getLong("hour_number") * 3600).atZone(PARIS);
        return new Cell(
                hour.toLocalDate(),
                hour.getHour(),
                MendStore.text(row, "outcome").orElseThrow(),
                MendStore.text(row, "page").orElse(""),
                Math.clamp(row.getLong("bin"), 0, BINS - 1),
                row.getLong("total"),
                row.getLong("ups"),
                row.getLong("downs"));
    }

    /** How many replies took how long: doubling steps of milliseconds, « 1 », « 2 », « 4 » and so on, each up to that. */
    public List<Named> times(Period period) {
        String step = "case when micros < 1000 then 1 when micros < 2000 then 2 when micros < 4000 then 4"
                + " when micros < 8000 then 8 when micros < 16000 then 16 when micros < 32000 then 32"
                + " when micros < 64000 then 64 when micros < 1000000 then 1000 else 1000000 end";
        return jdbc.sql("select " + step + " step, count(*) total from turn where" + PERIOD + "group by " + step
                        + " order by step")
                .param("from", MendStore.time(period.begin()))
                .param("to", MendStore.time(period.end()))
                .query((row, number) -> new Named(row.getString("step"), row.getLong("total")))
                .list();
    }

    /** What refused questions were about, by the first candidate of their explanations, while these are kept. */
    public List<Named> refusals(Period period) {
        Map<String, Long> counts = jdbc
                .sql("select explanation from turn where" + PERIOD + "and outcome = '" + QuestionLog.REFUSED
                        + "' and explanation is not null order by at desc fetch first " + EXPLAINED + " rows only")
                .param("from", MendStore.time(period.begin()))
                .param("to", MendStore.time(period.end()))
                .query(String.class)
                .list()
                .stream()
                .flatMap(this::firstCandidate)
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        return sorted(counts);
    }

    private Stream<String> firstCandidate(String explanation) {
        return json.readValue(explanation, Explanation.class).intents().stream()
                .findFirst()
                .map(Explanation.Scored::id)
                .stream();
    }

    /** Which pages were quoted in the place of others, as reviewers judged. */
    public List<Confusion> confusions(Period period) {
        if (!others.has("judgement")) {
            return List.of();
        }
        return jdbc.sql("""
                        select turn.page, judgement.right_page, count(*) total
                        from judgement join turn on turn.ref = judgement.ref
                        where verdict = 'wrong_page' and right_page is not null and turn.page is not null and""" + PERIOD
                        + "group by turn.page, judgement.right_page order by total desc fetch first 20 rows only")
                .param("from", MendStore.time(period.begin()))
                .param("to", MendStore.time(period.end()))
                .query((row, number) -> new Confusion(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** What reviewers found of answers, by how confident these were. */
    public List<Judged> judged(Period period) {
        if (!others.has("judgement")) {
            return List.of();
        }
        return jdbc.sql("""
                        select least(floor(confidence * 10), 9) bin, count(*) total,
                            sum(case when verdict = 'right' then 1 else 0 end) rights
                        from judgement join turn on turn.ref = judgement.ref
                        where outcome = 'answer' and""" + PERIOD + "group by least(floor(confidence * 10), 9)")
                .param("from", MendStore.time(period.begin()))
                .param("to", MendStore.time(period.end()))
                .query((row, number) ->
                        new Judged(Math.clamp(row.getLong(1), 0, BINS - 1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** How long questions waited for a professional, in hours rounded up to « 1 », « 4 », « 12 », « 24 », « 48 » or more. */
    public List<Named> delays(Period period) {
        if (!others.has("escalated_question")) {
            return List.of();
        }
        List<Duration> waited = jdbc.sql(
                        "select asked_at, closed_at from escalated_question where closed_at is not null"
                                + " and asked_at >= :from and asked_at < :to")
                .param("from", MendStore.time(period.begin()))
                .param("to", MendStore.time(period.end()))
                .query((row, number) -> Duration.between(
                        MendStore.instant(row, "asked_at").orElseThrow(),
                        MendStore.instant(row, "closed_at").orElseThrow()))
                .list();
        List<Named> delays = new ArrayList<>();
        long before = 0;
        for (int hours : new int[] {1, 4, 12, 24, 48, Integer.MAX_VALUE}) {
            long until = waited.stream()
                    .filter(each -> each.compareTo(Duration.ofHours(hours)) <= 0)
                    .count();
            delays.add(new Named(hours == Integer.MAX_VALUE ? "48+" : Integer.toString(hours), until - before));
            before = until;
        }
        return waited.isEmpty() ? List.of() : delays;
    }

    /** The right page of each question that reviewers judged to have been led to a wrong one, or not at all. */
    Map<String, String> reviewed() {
        if (!others.has("judgement")) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select turn.text, coalesce(judgement.right_page, turn.page) page from judgement
                        join turn on turn.ref = judgement.ref
                        where turn.text is not null and (verdict = 'right' or right_page is not null)
                            and coalesce(judgement.right_page, turn.page) is not null
                        order by judgement.at fetch first 5000 rows only""")
                .query((row, number) -> Map.entry(row.getString("text"), row.getString("page")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, last) -> last));
    }

    /** The median of what replies took, in milliseconds; empty where nothing was asked. */
    public Optional<Double> median(Period period) {
        long all = times(period).stream().mapToLong(Named::count).sum();
        if (all == 0) {
            return Optional.empty();
        }
        return jdbc.sql("select micros from turn where" + PERIOD + "order by micros offset " + (all - 1) / 2
                        + " rows fetch first 1 row only")
                .param("from", MendStore.time(period.begin()))
                .param("to", MendStore.time(period.end()))
                .query(Long.class)
                .optional()
                .map(micros -> micros / 1000.0);
    }

    /** The sums of a period. */
    public static List<Named> outcomes(List<Cell> cells) {
        return sorted(cells.stream()
                .collect(Collectors.groupingBy(Cell::outcome, TreeMap::new, Collectors.summingLong(Cell::count))));
    }

    /** How often each page answered. */
    public static List<Named> pages(List<Cell> cells) {
        return sorted(cells.stream()
                .filter(cell -> cell.outcome().equals(ANSWER) && !cell.page().isEmpty())
                .collect(Collectors.groupingBy(Cell::page, TreeMap::new, Collectors.summingLong(Cell::count))));
    }

    private static List<Named> sorted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> new Named(each.getKey(), each.getValue()))
                .sorted(java.util.Comparator.comparingLong(Named::count).reversed())
                .toList();
    }
}

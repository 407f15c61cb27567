package fr.gercor.faq.review;

import static fr.gercor.faq.review.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What was asked in each whole hour, counted once the hour is over: the figures of a week are sums of these, and of the turns of what
 * is not counted yet. A conversation that is erased, or a turn that comes late, is seen when its hour is counted again.
 */
final class HourCounts {

    /** Older hours change no more. */
    private static final Duration KEPT_UP = Duration.ofDays(40);

    /** A turn is written within so long of its time, unless the database was away. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    /** Hours of the last two days are counted again every hour, older ones every day. */
    private static final Duration RECENT = Duration.ofDays(2);

    /** Hours that are counted in one go: a second's work. */
    private static final int AT_ONCE = 24;

    private static final long HOUR = 3_600;
    private static final String OUTCOME = "outcome";
    private static final String SPEED = "speed";
    private static final String QUESTION = "outcome not in ('small_talk', 'professional_answer')";

    /** Tenths of the logarithm of the microseconds: the middle of all is told within a twentieth. */
    private static final double STEPS = 10;

    private static final String COUNTS =
            "select outcome, floor(ln(greatest(micros, 1)) * 10) as speed, count(*) as questions"
                    + " from turn where at >= :from and at < :until and " + QUESTION
                    + " group by outcome, floor(ln(greatest(micros, 1)) * 10)";

    private final JdbcClient jdbc;

    HourCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Count(String outcome, long speed, long questions) {}

    private record Named(String kind, String name, long questions) {}

    Figures figures(Instant from, Instant until) {
        long first = Math.ceilDiv(from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0), HOUR);
        long end = Math.floorDiv(until.getEpochSecond(), HOUR);
        Map<String, Long> outcomes = new HashMap<>();
        TreeMap<Long, Long> speeds = new TreeMap<>();
        Instant rest = from;
        if (first < end) {
            Set<Long> counted = new HashSet<>(counted(first, end));
            for (Named each : sums(first, end)) {
                if (each.kind().equals(OUTCOME)) {
                    outcomes.merge(each.name(), each.questions(), Long::sum);
                } else {
                    speeds.merge(Long.valueOf(each.name()), each.questions(), Long::sum);
                }
            }
            for (long hour = first; hour < end; hour++) {
                if (counted.contains(hour)) {
                    add(rest, begin(hour), outcomes, speeds);
                    rest = begin(hour + 1);
                }
            }
        }
        add(rest, until, outcomes, speeds);
        return new Figures(
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                outcomes.getOrDefault("answer", 0L),
                outcomes.getOrDefault("clarification", 0L),
                outcomes.getOrDefault("out_of_scope", 0L),
                outcomes.getOrDefault("urgent", 0L),
                outcomes.getOrDefault("escalation", 0L),
                votes("up", from, until),
                votes("down", from, until),
                median(speeds));
    }

    private static Instant begin(long hour) {
        return Instant.ofEpochSecond(hour * HOUR);
    }

    private void add(Instant from, Instant until, Map<String, Long> outcomes, Map<Long, Long> speeds) {
        if (from.isBefore(until)) {
            counts(from, until).forEach(count -> {
                outcomes.merge(count.outcome(), count.questions(), Long::sum);
                speeds.merge(count.speed(), count.questions(), Long::sum);
            });
        }
    }

    private List<Count> counts(Instant from, Instant until) {
        return jdbc.sql(COUNTS)
                .param("from", time(from))
                .param("until", time(until))
                .query(HourCounts::count)
                .list();
    }

    private static Count count(ResultSet row, int number) throws SQLException {
        return new Count(row.getString("outcome"), (long) row.getDouble("speed"), row.getLong("questions"));
    }

    private List<Long> counted(long first, long end) {
        return jdbc.sql("select hour_number from counted_hour where hour_number >= :first and hour_number < :end")
                .param("first", first)
                .param("end", end)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private List<Named> sums(long first, long end) {
        return jdbc.sql("select kind, name, sum(questions) as questions from hour_count"
                        + " where hour_number >= :first and hour_number < :end group by kind, name")
                .param("first", first)
                .param("end", end)
                .query((row, number) -> new Named(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Votes come days later: they are counted where they stand, and are few. */
    private long votes(String vote, Instant from, Instant until) {
        return jdbc.sql("select count(*) from turn where vote = :vote and at >= :from and at < :until and " + QUESTION)
                .param("vote", vote)
                .param("from", time(from))
                .param("until", time(until))
                .query(Long.class)
                .single();
    }

    private static double median(TreeMap<Long, Long> speeds) {
        long all = speeds.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (Map.Entry<Long, Long> speed : speeds.entrySet()) {
            seen += speed.getValue();
            if (2 * seen >= all) {
                return Math.exp((speed.getKey() + 0.5) / STEPS);
            }
        }
        return 0;
    }

    private record Known(long hour, Instant at) {}

    /**
     * Counts hours that are over and not counted, or counted too long ago, the last ones first.
     *
     * @return how many; there may be more where it is {@value #AT_ONCE}
     */
    int keepUp(Instant now, TransactionOperations transactions) {
        long end = Math.floorDiv(now.minus(SETTLED).getEpochSecond(), HOUR);
        long oldest = jdbc.sql("select at from turn where at >= :since order by at, ref fetch first 1 row only")
                .param("since", time(now.minus(KEPT_UP)))
                .query((row, number) -> Math.floorDiv(time(row, "at").getEpochSecond(), HOUR))
                .optional()
                .orElse(end);
        Map<Long, Instant> known = new HashMap<>();
        jdbc.sql("select hour_number, counted_at from counted_hour where hour_number >= :oldest")
                .param("oldest", oldest)
                .query((row, number) -> new Known(row.getLong(1), time(row, "counted_at")))
                .list()
                .forEach(each -> known.put(each.hour(), each.at()));
        List<Long> due = LongStream.iterate(end - 1, hour -> hour >= oldest, hour -> hour - 1)
                .filter(hour -> isDue(hour, known.get(hour), now))
                .limit(AT_ONCE)
                .boxed()
                .toList();
        due.forEach(hour -> keep(hour, now, transactions));
        return due.size();
    }

    private static boolean isDue(long hour, @org.jspecify.annotations.Nullable Instant counted, Instant now) {
        if (counted == null || counted.isAfter(now)) {
            return true;
        }
        boolean recent = begin(hour).isAfter(now.minus(RECENT));
        return counted.isBefore(now.minus(recent ? Duration.ofHours(1) : Duration.ofDays(1)));
    }

    private void keep(long hour, Instant now, TransactionOperations transactions) {
        try {
            transactions.executeWithoutResult(status -> {
                jdbc.sql("delete from counted_hour where hour_number = :hour")
                        .param("hour", hour)
                        .update();
                jdbc.sql("insert into counted_hour (hour_number, counted_at) values (:hour, :now)")
                        .param("hour", hour)
                        .param("now", time(now))
                        .update();
                sums(counts(begin(hour), begin(hour + 1))).forEach(each -> insert(hour, each));
            });
        } catch (DuplicateKeyException e) {
            // Another node counts the same.
            return;
        }
    }

    private static List<Named> sums(List<Count> counts) {
        Map<String, Long> outcomes = new TreeMap<>();
        Map<Long, Long> speeds = new TreeMap<>();
        counts.forEach(count -> {
            outcomes.merge(count.outcome(), count.questions(), Long::sum);
            speeds.merge(count.speed(), count.questions(), Long::sum);
        });
        List<Named> sums = new ArrayList<>();
        outcomes.forEach((name, questions) -> sums.add(new Named(OUTCOME, name, questions)));
        speeds.forEach((speed, questions) -> sums.add(new Named(SPEED, Long.toString(speed), questions)));
        return sums;
    }

    private void insert(long hour, Named sum) {
        jdbc.sql("insert into hour_count (hour_number, kind, name, questions) values (:hour, :kind, :name, :questions)")
                .param("hour", hour)
                .param("kind", sum.kind())
                .param("name", sum.name())
                .param("questions", sum.questions())
                .update();
    }
}

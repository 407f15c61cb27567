package fr.gercor.faq.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.testsupport.TestDatabases;
import fr.gercor.faq.testsupport.TinyEngine;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The first page of lists and searches among many turns: 20,000 in an ordinary run, a million in a long one. */
class ManyTurnsTests {

    private static final Logger LOG = LoggerFactory.getLogger(ManyTurnsTests.class);
    private static final Duration BAR = Duration.ofMillis(300);
    private static final int PAGE = 50;

    /** One value of each filter that many turns have, and one that few have; no two of a line stand together. */
    private static final List<List<String>> FILTERS = List.of(
            List.of("q=fatigue", "q=motzz", "q=fatigue chimiothérapie", "q=travail motab", "q=introuvable fatigue"),
            List.of("day=2026-11-20", "day=2026-10-25"),
            List.of("outcome=answer", "outcome=small_talk", "outcome=urgent", "outcome=never"),
            List.of("page=grand-public/page-0", "page=grand-public/page-99", "page=never"),
            List.of("intent=intent-0", "intent=intent-60"),
            List.of("least=0.99", "most=0.1", "most=0.005"),
            List.of("vote=up", "vote=down"),
            List.of("lang=fr", "lang=en", "lang=de"),
            List.of("voice=medical"),
            List.of("label=wording"),
            List.of("reviewer=anne", "reviewer=luc", "reviewer=nobody"),
            List.of("state=open"),
            List.of("micros=4000", "micros=21995"),
            List.of("hour=3"),
            List.of("waited=4", "waited=48"),
            List.of("unreviewed=true"));

    private static Filter of(Map<String, String> values) {
        Function<String, Optional<String>> value = name -> Optional.ofNullable(values.get(name));
        return new Filter(
                values.getOrDefault("q", ""),
                value.apply("day").map(LocalDate::parse),
                value.apply("day").map(LocalDate::parse),
                value.apply("outcome"),
                value.apply("page"),
                value.apply("intent"),
                value.apply("least").map(Double::valueOf),
                value.apply("most").map(Double::valueOf),
                value.apply("vote"),
                value.apply("lang"),
                value.apply("voice").map(voice -> RuleBook.Kind.valueOf(voice.toUpperCase(Locale.ROOT))),
                value.apply("label").map(label -> Label.WORDING),
                value.apply("reviewer"),
                value.apply("state").map(state -> State.OPEN),
                value.apply("micros").map(least -> new Filter.Micros(Long.parseLong(least), Long.MAX_VALUE)),
                value.apply("hour").map(hour -> new Filter.WeekHour(DayOfWeek.MONDAY, Integer.parseInt(hour))),
                value.apply("waited").map(more -> new Filter.Hours(Integer.parseInt(more), Optional.empty())),
                values.containsKey("unreviewed"));
    }

    private static Map<String, Filter> filters() {
        Map<String, Filter> filters = new LinkedHashMap<>();
        filters.put("all", Filter.ALL);
        for (int i = 0; i < FILTERS.size(); i++) {
            for (String one : FILTERS.get(i)) {
                filters.put(one, of(values(one)));
                for (List<String> others : FILTERS.subList(i + 1, FILTERS.size())) {
                    for (String other : others) {
                        filters.put(one + ", " + other, of(values(one, other)));
                    }
                }
            }
        }
        filters.put("three words", Filter.words("fatigue nausées dormir"));
        return filters;
    }

    private static Map<String, String> values(String... parts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : parts) {
            values.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return values;
    }

    @Tag("timed")
    @ParameterizedTest
    @EnumSource
    void showsTheFirstPageAtOnce(TestDatabases database) throws Exception {
        measure(database, 20_000);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void showsTheFirstPageOfAMillionAtOnce(TestDatabases database) throws Exception {
        measure(database, 1_000_000);
    }

    private static void measure(TestDatabases database, long turns) throws Exception {
        try (HikariDataSource pool = database.create()) {
            long start = System.nanoTime();
            new LoggedTurns(turns).fill(pool);
            LOG.info("{}: {} turns in {} s", database, turns, (System.nanoTime() - start) / 1_000_000_000);
            JdbcClient jdbc = JdbcClient.create(pool);
            if (database == TestDatabases.H2) {
                // It would answer the same question from memory.
                jdbc.sql("set optimize_reuse_results 0").update();
            }
            read(jdbc, new TransactionTemplate(new JdbcTransactionManager(pool)));
            Map<String, Duration> times = times(jdbc, turns);
            tell(times, database.name());

            ConversationLog log = new ConversationLog(jdbc, JsonMapper.shared(), TinyEngine::shared);
            assertThat(log.list(Filter.words("fatigue"), Optional.empty(), PAGE).turns())
                    .hasSize(PAGE)
                    .allSatisfy(turn -> assertThat(turn.text().orElseThrow()).contains("fatigue"));
            assertThat(times)
                    .allSatisfy((name, time) -> assertThat(time).as(name).isLessThan(BAR));
        }
    }

    /** What readers and professionals leave beside turns, and the hours that are counted. */
    static void read(JdbcClient jdbc, TransactionTemplate transactions) {
        for (String insert : List.of(
                "judgement (ref, reviewer, reviewer_name, verdict, at) select ref, 'anne', 'Anne', 'right', at"
                        + " from turn where mod(ref, 997) = 0",
                "judgement (ref, reviewer, reviewer_name, verdict, at) select ref, 'luc', 'Luc', 'right', at"
                        + " from turn where mod(ref, 97) = 0",
                "review_state (ref, state) select ref, 'open' from turn where mod(ref, 313) = 0",
                "turn_label (ref, label, account, at) select ref, 'wording', 'anne', at from turn where mod(ref, 499) = 0",
                "escalated_question (id, conversation_id, kept, reply_id, code_hash, code_attempt, reason, question, context,"
                        + " state, version, asked_at, due_at, closed_at, tries)"
                        + " select conversation_id, conversation_id, true, reply_id, reply_id, 0, 'asked', '', '[]', 'closed', 1,"
                        + " at, at, at + mod(ref, 61) * interval '1' hour, 0 from turn where mod(ref, 2000) = 0")) {
            jdbc.sql("insert into " + insert).update();
        }
        jdbc.sql("analyze").update();
        HourCounts hours = new HourCounts(jdbc);
        while (hours.keepUp(LoggedTurns.END, transactions) > 0) {
            LOG.debug("Hours are counted");
        }
    }

    static Map<String, Duration> times(JdbcClient jdbc, long turns) {
        ConversationLog log = new ConversationLog(jdbc, JsonMapper.shared(), TinyEngine::shared);
        Map<String, Duration> times = new LinkedHashMap<>();
        filters().forEach((name, filter) -> times.put(name, timed(() -> log.list(filter, Optional.empty(), PAGE))));
        Place below = new Place(LoggedTurns.END.minus(Duration.ofDays(20)), turns);
        times.put("a page far down", timed(() -> log.list(Filter.ALL, Optional.of(below), PAGE)));
        times.put(
                "figures of a week",
                timed(() -> log.figures(LoggedTurns.END.minus(Duration.ofDays(7)), LoggedTurns.END)));
        times.put("troubles of two days", timed(() -> log.troubles(LoggedTurns.END.minus(Duration.ofDays(2)), 6)));
        return times;
    }

    /** The slowest, and what stands alone. */
    static void tell(Map<String, Duration> times, String database) {
        times.entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
                .limit(12)
                .forEach(each -> LOG.info(
                        "{}: slowest of {}: {} in {} ms",
                        database,
                        times.size(),
                        each.getKey(),
                        each.getValue().toMillis()));
        times.entrySet().stream()
                .filter(each -> !each.getKey().contains(", "))
                .forEach(each -> LOG.info(
                        "{}: {} in {} ms",
                        database,
                        each.getKey(),
                        each.getValue().toMillis()));
    }

    /** The middle of three: one alone on a busy machine says little. */
    private static Duration timed(Runnable work) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            work.run();
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return times.stream().sorted().skip(1).findFirst().orElseThrow();
    }
}

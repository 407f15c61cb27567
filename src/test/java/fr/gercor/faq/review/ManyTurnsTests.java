package fr.gercor.faq.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.testsupport.TestDatabases;
import fr.gercor.faq.testsupport.TinyEngine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The first page of lists and searches among many turns: 20,000 in an ordinary run, a million in a long one. */
class ManyTurnsTests {

    private static final Logger LOG = LoggerFactory.getLogger(ManyTurnsTests.class);
    private static final Duration BAR = Duration.ofMillis(300);
    private static final int PAGE = 50;
    private static final LocalDate LAST = LocalDate.of(2026, 11, 21);

    private static Filter of(Map<String, String> values) {
        return new Filter(
                values.getOrDefault("q", ""),
                Optional.ofNullable(values.get("from")).map(LocalDate::parse),
                Optional.ofNullable(values.get("to")).map(LocalDate::parse),
                Optional.ofNullable(values.get("outcome")),
                Optional.ofNullable(values.get("page")),
                Optional.ofNullable(values.get("intent")),
                Optional.empty(),
                Optional.ofNullable(values.get("most")).map(Double::valueOf),
                Optional.ofNullable(values.get("vote")),
                Optional.ofNullable(values.get("lang")),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(values.get("reviewer")),
                Optional.empty(),
                values.containsKey("unreviewed"));
    }

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
            jdbc.sql(
                            "insert into judgement (ref, reviewer, reviewer_name, verdict, at) select ref, 'anne', 'Anne', 'right', at"
                                    + " from turn where mod(ref, 997) = 0")
                    .update();
            ConversationLog log = new ConversationLog(jdbc, JsonMapper.shared(), TinyEngine::shared);

            Map<String, Duration> times = new LinkedHashMap<>();
            Map<String, Filter> filters = new LinkedHashMap<>();
            filters.put("all", Filter.ALL);
            filters.put("a common word", Filter.words("fatigue"));
            filters.put("a rare word", Filter.words("motzz"));
            filters.put("two common words", Filter.words("fatigue chimiothérapie"));
            filters.put("two words seldom together", Filter.words("travail motab"));
            filters.put("three words", Filter.words("fatigue nausées dormir"));
            filters.put("no such word", Filter.words("introuvable fatigue"));
            filters.put("outcome", of(Map.of("outcome", "urgent")));
            filters.put("page", of(Map.of("page", "grand-public/page-99")));
            filters.put("page and outcome", of(Map.of("page", "grand-public/page-99", "outcome", "urgent")));
            filters.put("commonest page and urgent", of(Map.of("page", "grand-public/page-0", "outcome", "urgent")));
            filters.put("vote and word", of(Map.of("q", "fatigue", "vote", "down")));
            filters.put("language", of(Map.of("lang", "en")));
            filters.put("unsure and disliked", of(Map.of("most", "0.1", "vote", "down")));
            filters.put("the very least sure", of(Map.of("most", "0.005")));
            filters.put("a day long ago", of(Map.of("from", "2026-10-25", "to", "2026-10-25")));
            filters.put("word on a day long ago", of(Map.of("q", "fatigue", "from", "2026-10-25", "to", "2026-10-25")));
            filters.put("reviewer", of(Map.of("reviewer", "anne")));
            filters.put("unreviewed", of(Map.of("unreviewed", "")));
            filters.forEach((name, filter) -> times.put(name, best(log, filter, Optional.empty())));
            times.put(
                    "a page far down",
                    best(log, Filter.ALL, Optional.of(new Place(LoggedTurns.END.minus(Duration.ofDays(20)), turns))));
            times.put(
                    "figures of a week",
                    timed(() -> log.figures(LoggedTurns.END.minus(Duration.ofDays(7)), LoggedTurns.END)));
            times.put("troubles of two days", timed(() -> log.troubles(LoggedTurns.END.minus(Duration.ofDays(2)), 6)));

            times.forEach((name, time) -> LOG.info("{}: {} in {} ms", database, name, time.toMillis()));
            assertThat(log.list(Filter.words("fatigue"), Optional.empty(), PAGE).turns())
                    .hasSize(PAGE)
                    .allSatisfy(turn -> assertThat(turn.text().orElseThrow()).contains("fatigue"));
            assertThat(log.list(of(Map.of("from", LAST.toString(), "to", LAST.toString())), Optional.empty(), PAGE)
                            .turns())
                    .isNotEmpty();
            times.remove("figures of a week");
            assertThat(times)
                    .allSatisfy((name, time) -> assertThat(time).as(name).isLessThan(BAR));
        }
    }

    /** The median of five: one alone on a busy machine says little. */
    private static Duration best(ConversationLog log, Filter filter, Optional<Place> before) {
        return timed(() -> log.list(filter, before, PAGE));
    }

    private static Duration timed(Runnable work) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            work.run();
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return times.stream().sorted().skip(2).findFirst().orElseThrow();
    }
}

package fr.gercor.faq.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.review.AuditEvent.Action;
import fr.gercor.faq.testsupport.TestDatabases;
import fr.gercor.faq.testsupport.TinyEngine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What both databases must do alike. */
class ReviewStoreTests {

    private static final Map<TestDatabases, HikariDataSource> POOLS = new EnumMap<>(TestDatabases.class);
    private static final Clock CLOCK = Clock.fixed(LoggedTurns.END, ZoneOffset.UTC);
    private static final Reader ANNE = new Reader("anne", "Anne");
    private static final Reader LUC = new Reader("luc", "Luc");
    private static final Judgement RIGHT = judgement(Verdict.RIGHT);
    private static final Judgement DANGEROUS = judgement(Verdict.DANGEROUS);

    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private ConversationLog log;
    private Reviews reviews;
    private Samples samples;

    private void given(TestDatabases database) throws Exception {
        boolean fresh = !POOLS.containsKey(database);
        HikariDataSource pool = POOLS.computeIfAbsent(database, TestDatabases::create);
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        if (fresh) {
            new LoggedTurns(400).fill(pool);
            AppendOnly.guard(pool);
            AppendOnly.guard(pool);
        }
        for (String table : List.of("judgement", "review_state", "review_change", "turn_label", "sample")) {
            jdbc.sql("delete from " + table).update();
        }
        log = new ConversationLog(jdbc, JsonMapper.shared(), TinyEngine::shared);
        reviews = new Reviews(jdbc, transactions, TinyEngine::shared, text -> text.replace("Durand", "[nom]"), CLOCK);
        samples = new Samples(jdbc, transactions, CLOCK);
    }

    private static Judgement judgement(Verdict verdict) {
        return new Judgement(verdict, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @AfterAll
    static void close() {
        POOLS.values().forEach(HikariDataSource::close);
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryTurnOnceNewestFirst(TestDatabases database) throws Exception {
        given(database);
        List<Long> all = new java.util.ArrayList<>();

        log.each(Filter.ALL, turn -> all.add(turn.ref()));
        Listing first = log.list(Filter.ALL, Optional.empty(), 7);
        Listing second = log.list(Filter.ALL, first.next().flatMap(place -> Place.of(place.written())), 7);

        assertThat(all).hasSize(400).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(first.turns()).extracting(LoggedTurn::ref).isEqualTo(all.subList(0, 7));
        assertThat(second.turns()).extracting(LoggedTurn::ref).isEqualTo(all.subList(7, 14));
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatAPlainCountCounts(TestDatabases database) throws Exception {
        given(database);

        Figures figures = log.figures(LoggedTurns.END.minus(java.time.Duration.ofDays(30)), LoggedTurns.END);

        assertThat(figures.questions()).isEqualTo(count("outcome <> 'small_talk'"));
        assertThat(figures.answered()).isEqualTo(count("outcome = 'answer'")).isPositive();
        assertThat(figures.refused())
                .isEqualTo(count("outcome = 'out_of_scope'"))
                .isPositive();
        assertThat(figures.medianMicros()).isBetween(2_000.0, 22_000.0);
        assertThat(log.figures(LoggedTurns.END, LoggedTurns.END).questions()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void sumsCountedHoursToTheSameFigures(TestDatabases database) throws Exception {
        given(database);
        java.time.Instant from =
                LoggedTurns.END.minus(java.time.Duration.ofDays(9).plusMinutes(17));
        Figures plain = log.figures(from, LoggedTurns.END);
        HourCounts hours = new HourCounts(jdbc);

        int counted = 0;
        for (int run = 0; run < 12; run++) {
            counted += hours.keepUp(LoggedTurns.END, transactions);
        }
        assertThat(counted).isEqualTo(12 * 24);
        assertThat(log.figures(from, LoggedTurns.END)).isEqualTo(plain);
        assertThat(jdbc.sql("select sum(questions) from hour_count where kind = 'outcome'")
                        .query(Long.class)
                        .single())
                .isPositive();
        jdbc.sql("delete from counted_hour").update();
        assertThat(log.figures(from, LoggedTurns.END)).isEqualTo(plain);
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from turn where " + condition)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryChangeAndTheLastJudgementOfEachReader(TestDatabases database) throws Exception {
        given(database);

        reviews.judge(1, ANNE, DANGEROUS, State.OPEN);
        reviews.judge(1, LUC, RIGHT, State.TO_CHECK);
        reviews.judge(
                1,
                ANNE,
                new Judgement(
                        Verdict.WRONG_PAGE,
                        Optional.of("grand-public/conseils-pratiques/fatigue"),
                        Optional.of(Cause.LEXICON),
                        Optional.of("demandé par Durand")),
                State.RESOLVED);

        Review review = reviews.of(List.of(1L), ANNE).get(1L);
        assertThat(review.history()).extracting(change -> change.by().name()).containsExactly("Anne", "Luc", "Anne");
        assertThat(review.state()).contains(State.RESOLVED);
        assertThat(review.own().orElseThrow().comment()).contains("demandé par [nom]");
        assertThat(log.turns(List.of(1L)).getFirst().verdicts())
                .containsExactlyInAnyOrder(Verdict.WRONG_PAGE, Verdict.RIGHT);
        assertThat(reviews.reviewers()).containsExactly(ANNE, LUC);
        assertThat(reviews.judge(9_999, ANNE, RIGHT, State.OPEN)).isFalse();
        assertThatThrownBy(() -> reviews.judge(
                        1,
                        ANNE,
                        new Judgement(Verdict.RIGHT, Optional.of("nulle/part"), Optional.empty(), Optional.empty()),
                        State.OPEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheSameRepliesForAWeekEveryTime(TestDatabases database) throws Exception {
        given(database);
        LocalDate monday = samples.lastWeek();

        List<Long> drawn = samples.of(monday);
        jdbc.sql("delete from sample").update();

        assertThat(monday).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(drawn).hasSize(Samples.SIZE).doesNotHaveDuplicates();
        assertThat(samples.of(monday)).isEqualTo(drawn);
        assertThat(samples.of(monday.minusWeeks(1))).hasSize(Samples.SIZE).doesNotContainAnyElementsOf(drawn);
        assertThat(samples.of(monday.plusWeeks(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hidesOthersJudgementsOfASampleUntilOnesOwnIsGiven(TestDatabases database) throws Exception {
        given(database);
        long ref = samples.of(samples.lastWeek()).getFirst();
        reviews.judge(ref, ANNE, DANGEROUS, State.OPEN);

        assertThat(reviews.of(List.of(ref), LUC).get(ref).blind()).isTrue();
        assertThat(reviews.of(List.of(ref), LUC).get(ref).history()).isEmpty();

        reviews.judge(ref, LUC, RIGHT, State.OPEN);
        assertThat(reviews.of(List.of(ref), LUC).get(ref).history()).hasSize(2);
        assertThat(reviews.agreement(List.of(ref))).isEqualTo(new Agreement(1, 0, Optional.of(0.0)));
    }

    @ParameterizedTest
    @EnumSource
    void forgetsAllThatHangsOnAConversationThatIsErased(TestDatabases database) throws Exception {
        given(database);
        reviews.judge(1, ANNE, DANGEROUS, State.OPEN);
        reviews.toggle(1, Label.EXAMPLE, ANNE);
        assertThat(log.turns(List.of(1L)).getFirst().labels()).containsExactly(Label.EXAMPLE);

        transactions.executeWithoutResult(status -> {
            jdbc.sql("delete from conversation where id = (select conversation_id from turn where ref = 1)")
                    .update();
            for (String table : List.of("judgement", "review_state", "review_change", "turn_label", "turn_word")) {
                assertThat(jdbc.sql("select count(*) from " + table + " where ref = 1")
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
            status.setRollbackOnly();
        });
    }

    @ParameterizedTest
    @EnumSource
    void sealsEachLineOfTheAuditLogAndRefusesToChangeOne(TestDatabases database) throws Exception {
        given(database);
        AuditLog audit = new AuditLog(jdbc, transactions, CLOCK);
        long before = audit.check().lines();
        try (ExecutorService staff = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 30)
                    .mapToObj(look -> staff.submit(() -> audit.add(ANNE, Action.READ, "conversation " + look, "")))
                    .toList();
        }

        assertThat(audit.check()).isEqualTo(new AuditLog.Checked(before + 30, Optional.empty()));
        assertThat(audit.newest(Long.MAX_VALUE, 2))
                .extracting(AuditEvent::id)
                .containsExactly(before + 30, before + 29);
        for (String change : List.of(
                "update audit_event set account = 'luc' where id = 3", "delete from audit_event where id = 3")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(audit.check().broken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhichLineOfTheAuditLogWasChangedBehindItsBack(TestDatabases database) throws Exception {
        try (HikariDataSource pool = database.create()) {
            JdbcClient unguarded = JdbcClient.create(pool);
            AuditLog audit = new AuditLog(unguarded, new TransactionTemplate(new JdbcTransactionManager(pool)), CLOCK);
            IntStream.range(0, 9).forEach(look -> audit.add(ANNE, Action.READ, "conversation " + look, ""));
            assertThat(audit.check().broken()).isEmpty();

            unguarded.sql("delete from audit_event where id = 9").update();
            assertThat(audit.check().broken()).contains(9L);
            unguarded.sql("delete from audit_event where id = 7").update();
            assertThat(audit.check().broken()).contains(7L);
            unguarded.sql("update audit_event set account = 'luc' where id = 4").update();
            assertThat(audit.check().broken()).contains(4L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsViewsByNameForEachReader(TestDatabases database) throws Exception {
        given(database);
        SavedViews views = new SavedViews(jdbc, transactions, CLOCK);

        views.save(ANNE, new SavedViews.SavedView("Urgences", "reponse=urgent"));
        views.save(ANNE, new SavedViews.SavedView("Urgences", "reponse=urgent&avis=down"));

        assertThat(views.of(ANNE)).containsExactly(new SavedViews.SavedView("Urgences", "reponse=urgent&avis=down"));
        assertThat(views.of(LUC)).isEmpty();
        views.remove(ANNE, "Urgences");
        assertThat(views.of(ANNE)).isEmpty();
    }
}

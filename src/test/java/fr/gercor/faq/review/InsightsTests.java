package fr.gercor.faq.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.answer.EngineFactory;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.answer.ModelCache;
import fr.gercor.faq.review.Insights.Cell;
import fr.gercor.faq.review.Insights.Named;
import fr.gercor.faq.review.Insights.Period;
import fr.gercor.faq.testsupport.TestDatabases;
import fr.gercor.faq.testsupport.TinyEngine;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/** What the log says as a whole, on both databases. */
class InsightsTests {

    private static final String PAGE = "grand-public/conseils-pratiques/fatigue";

    /** 23:30 in Paris on Tuesday the 17th, 22:30 in the store. */
    private static final Instant LATE = Instant.parse("2026-11-17T22:30:00Z");

    private static final Instant NEXT = Instant.parse("2026-11-17T23:10:00Z");
    private static final Period WEEK = new Period(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 22));

    @ParameterizedTest
    @EnumSource
    void countsByTheDaysAndHoursOfParis(TestDatabases database) {
        try (HikariDataSource pool = database.create()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            LoggedQuestions log = new LoggedQuestions(jdbc);
            UUID liked = log.answered("la fatigue", PAGE, "conseils.fatigue.que-faire", 0.93, LATE);
            log.rated(liked, "up", LATE);
            log.answered("fatigué", PAGE, "conseils.fatigue.que-faire", 1.0, LATE);
            log.refused("le loto", NEXT);
            log.refused("hors période", Instant.parse("2026-11-15T12:00:00Z"));
            Insights insights = new Insights(jdbc, MendConfiguration.storedJson());

            assertThat(insights.cells(WEEK))
                    .containsExactlyInAnyOrder(
                            new Cell(LocalDate.of(2026, 11, 17), 23, "answer", PAGE, 9, 2, 1, 0),
                            new Cell(LocalDate.of(2026, 11, 18), 0, "out_of_scope", "", 0, 1, 0, 0));
            assertThat(insights.times(WEEK)).containsExactly(new Named("2", 3));
            assertThat(insights.median(WEEK)).contains(1.5);
            assertThat(insights.median(WEEK.before().before())).isEmpty();
            assertThat(insights.refusals(WEEK)).isEmpty();
            assertThat(insights.delays(WEEK)).isEmpty();
            assertThat(insights.reviewed()).isEmpty();
            assertThat(behind(jdbc, none().hour(DayOfWeek.TUESDAY, 23).filter()))
                    .containsExactly("fatigué", "la fatigue");
            assertThat(behind(jdbc, none().hour(DayOfWeek.WEDNESDAY, 0).filter()))
                    .containsExactly("le loto");
            assertThat(behind(jdbc, none().took(1_000, 1_999).filter())).hasSize(3);
            assertThat(behind(jdbc, none().took(2_000, 3_999).filter())).isEmpty();
            assertThat(behind(jdbc, none().waited(4, Optional.of(12)).filter())).isEmpty();
            handedOver(jdbc, liked);
            assertThat(insights.delays(WEEK)).contains(new Named("12", 1));
            assertThat(behind(jdbc, none().waited(4, Optional.of(12)).filter())).containsExactly("la fatigue");
            assertThat(behind(jdbc, none().waited(12, Optional.empty()).filter()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheWeekOnceOnMondayMorning(TestDatabases database) {
        try (HikariDataSource pool = database.create();
                Engines engines = Engines.start(
                        new EngineFactory(Clock.systemUTC(), ModelCache.none(), false),
                        new Engines.Folder(Optional.of(TinyEngine.CONTENT), "content"),
                        new Engines.Folder(Optional.of(TinyEngine.INTENTS), "intents"))) {
            JdbcClient jdbc = JdbcClient.create(pool);
            new LoggedQuestions(jdbc).refused("le loto", NEXT);
            QuestionLog log = new QuestionLog(jdbc);
            CopiedWords words = new CopiedWords(
                    jdbc, new ConversationLog(jdbc, JsonMapper.shared(), engines::current), Clock.systemUTC());
            ContentTasks tasks = new ContentTasks(jdbc, words, Clock.systemUTC());
            WeeklyReport.Maker reports = new WeeklyReport.Maker(
                    new Insights(jdbc, MendConfiguration.storedJson()),
                    new Unanswered(log, tasks, engines),
                    new Mends(
                            new MendStore(jdbc, MendConfiguration.storedJson()),
                            log,
                            words,
                            engines,
                            Clock.systemUTC()),
                    tasks);
            Outbox outbox = new Outbox();

            mail(reports, jdbc, outbox, "2026-11-23T05:59:00Z").look();
            assertThat(outbox.sent).isEmpty();
            outbox.broken = true;
            mail(reports, jdbc, outbox, "2026-11-23T06:00:00Z").look();
            outbox.broken = false;
            mail(reports, jdbc, outbox, "2026-11-23T06:01:00Z").look();
            mail(reports, jdbc, outbox, "2026-11-23T06:02:00Z").look();

            assertThat(outbox.sent).singleElement().satisfies(message -> {
                assertThat(message.getTo()).containsExactly("equipe@example.org");
                assertThat(message.getText()).contains("Refus : 1 (0)").doesNotContain("loto");
            });
        }
    }

    private static WeeklyMail mail(WeeklyReport.Maker reports, JdbcClient jdbc, Outbox outbox, String now) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return new WeeklyMail(
                reports,
                jdbc,
                outbox,
                messages,
                new MendSettings(Optional.empty(), Optional.of("equipe@example.org"), Optional.empty()),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static final class Outbox extends JavaMailSenderImpl {
        private final List<SimpleMailMessage> sent = new ArrayList<>();
        private boolean broken;

        @Override
        public void send(SimpleMailMessage message) {
            if (broken) {
                throw new MailSendException("away");
            }
            sent.add(message);
        }
    }

    /** A filter of the week, by what the marks of charts tell. */
    private record Marks(
            Optional<Filter.Micros> micros, Optional<Filter.WeekHour> hour, Optional<Filter.Hours> waited) {

        Marks took(long least, long most) {
            return new Marks(Optional.of(new Filter.Micros(least, most)), hour, waited);
        }

        Marks hour(DayOfWeek day, int at) {
            return new Marks(micros, Optional.of(new Filter.WeekHour(day, at)), waited);
        }

        Marks waited(int more, Optional<Integer> most) {
            return new Marks(micros, hour, Optional.of(new Filter.Hours(more, most)));
        }

        Filter filter() {
            Filter all = Filter.ALL;
            return new Filter(
                    "",
                    Optional.of(WEEK.from()),
                    Optional.of(WEEK.to()),
                    all.outcome(),
                    all.page(),
                    all.intent(),
                    all.confidenceFrom(),
                    all.confidenceTo(),
                    all.feedback(),
                    all.lang(),
                    all.voice(),
                    all.label(),
                    all.reviewer(),
                    all.state(),
                    micros,
                    hour,
                    waited,
                    false);
        }
    }

    private static Marks none() {
        return new Marks(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> behind(JdbcClient jdbc, Filter filter) {
        return new ConversationLog(jdbc, JsonMapper.shared(), TinyEngine::shared)
                .list(filter, Optional.empty(), 10).turns().stream()
                        .map(turn -> turn.text().orElseThrow())
                        .toList();
    }

    /** Asked of a professional, who took five hours. */
    private static void handedOver(JdbcClient jdbc, UUID conversation) {
        jdbc.sql("""
                        insert into escalated_question (id, conversation_id, kept, reply_id, code_hash, code_attempt, reason,
                            question, context, state, version, asked_at, due_at, closed_at, tries)
                        values (:id, :id, true, :reply, 'code', 0, 'asked', '', '[]', 'closed', 1, :at, :at, :closed, 0)""")
                .param("id", conversation)
                .param("reply", conversation.toString())
                .param("at", Rows.time(LATE))
                .param("closed", Rows.time(LATE.plus(java.time.Duration.ofHours(5))))
                .update();
    }
}

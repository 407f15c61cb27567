package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.testsupport.MovableClock;
import fr.gercor.faq.testsupport.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class RetentionTest {

    private static final Duration RULE = Duration.ofDays(30);

    private final MovableClock clock = MovableClock.now();
    private final List<Instant> purgedBeside = new ArrayList<>();
    private TestConversations given;
    private Retention retention;

    @BeforeEach
    void start(@TempDir Path folder) {
        given = TestConversations.on(TestDatabases.H2, folder);
        retention = new Retention(new RetentionStore(given.jdbc, given.transactions), this::purgeBeside, RULE, clock);
        Conversation conversation = given.conversations
                .open(true, Audience.PUBLIC, Optional.empty())
                .conversation();
        given.conversations.send(conversation, "m-1", new Message.Text("bonjour"));
    }

    @AfterEach
    void stop() throws Exception {
        given.close();
    }

    @Test
    void purgesWhatIsOlderThanTheRule() {
        assertThat(purgedByHourlyRuns(RULE.minusHours(2))).isZero();
        assertThat(purgedByHourlyRuns(Duration.ofHours(4))).isEqualTo(1);
        assertThat(given.jdbc
                        .sql("select count(*) from turn where text is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(given.rows("turn")).isEqualTo(1);
    }

    @Test
    void purgesBesideOnlyWhatIsOlderThanTheRuleAndOnlyByAClockToTrust() {
        retention.run();
        assertThat(purgedBeside).isEmpty();

        purgedByHourlyRuns(Duration.ofDays(2));
        assertThat(purgedBeside)
                .isNotEmpty()
                .allMatch(before -> !before.isAfter(clock.instant().minus(RULE)));
    }

    @Test
    void purgesNothingWhenTheClockJumps() {
        purgedByHourlyRuns(Duration.ofDays(3));

        clock.move(Duration.ofDays(400));
        assertThat(retention.run().purged()).isZero();
        assertThat(purgedByHourlyRuns(Duration.ofHours(20))).isZero();
        clock.move(Duration.ofDays(-400));

        assertThat(purgedByHourlyRuns(Duration.ofDays(5))).isZero();
    }

    @Test
    void purgesAgainOnceAClockThatJumpedHasKeptPaceForADay() {
        purgedByHourlyRuns(Duration.ofDays(3));

        clock.move(RULE);

        assertThat(purgedByHourlyRuns(Duration.ofHours(26))).isEqualTo(1);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void warnsOfAClockThatJumpedButNotOfAFirstStart(CapturedOutput log) {
        purgedByHourlyRuns(Duration.ofHours(3));
        assertThat(log).doesNotContain("The clock has jumped");

        clock.move(Duration.ofDays(2));
        retention.run();

        assertThat(log).contains("The clock has jumped");
    }

    @Test
    void runsOftenEnoughForAShortRule() {
        Retention shortRule = new Retention(
                new RetentionStore(given.jdbc, given.transactions), this::purgeBeside, Duration.ofSeconds(10), clock);

        assertThat(shortRule.interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(retention.interval()).isEqualTo(Duration.ofHours(1));
        long purged = 0;
        for (int second = 0; second < 12; second++) {
            purged += shortRule.run().purged();
            clock.move(Duration.ofSeconds(1));
        }
        assertThat(purged).isEqualTo(1);
    }

    private int purgeBeside(Instant before) {
        purgedBeside.add(before);
        return 1;
    }

    private long purgedByHourlyRuns(Duration time) {
        long purged = 0;
        for (long hour = 0; hour < time.toHours(); hour++) {
            purged += retention.run().purged();
            clock.move(Duration.ofHours(1));
        }
        return purged;
    }
}

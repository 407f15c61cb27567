package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.review.StaffCopies;
import fr.gercor.faq.testsupport.MovableClock;
import fr.gercor.faq.testsupport.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff copied of a patient's words goes when these go: they are looked for in every column of every table. */
class CopiedWordsRetentionTest {

    private static final Duration RULE = Duration.ofDays(30);
    private static final String RARE = "zygomatique";
    private static final String QUESTION = "la fatigue du " + RARE;

    private record Column(String table, String name) {}

    @ParameterizedTest
    @EnumSource
    void leavesNoWordInAnyTable(TestDatabases database, @TempDir Path folder) throws Exception {
        try (TestConversations given = TestConversations.on(database, folder)) {
            MovableClock clock = MovableClock.now();
            StaffCopies copies = new StaffCopies(given.jdbc, given.transactions, clock);
            Retention retention = new Retention(
                    new RetentionStore(given.jdbc, given.transactions),
                    before -> copies.words().purge(before),
                    RULE,
                    clock);
            Conversation conversation = given.conversations
                    .open(true, Audience.PUBLIC, Optional.empty())
                    .conversation();
            given.conversations.send(conversation, "m-1", new Message.Text(QUESTION));
            runHourly(retention, clock, RULE.minusHours(8));
            // A copy is as old as what it was copied from, however late that was.
            copies.copy(given.jdbc.sql("select ref from turn").query(Long.class).single(), QUESTION);
            assertThat(tablesWith(given.jdbc))
                    .contains("turn", "turn_word", "content_task", "mend", "judgement", "review_change", "saved_view");

            runHourly(retention, clock, Duration.ofHours(10));
            assertThat(tablesWith(given.jdbc)).containsExactly("saved_view");
            assertThat(retention.run().beside()).isZero();
            assertThat(given.jdbc
                            .sql("select max(beside) from retention_run")
                            .query(Long.class)
                            .single())
                    .isEqualTo(5);
            assertThat(given.rows("content_task")).isEqualTo(1);
            assertThat(given.rows("judgement")).isEqualTo(1);

            // Who searches for a word may have had it from anywhere: it counts from when it was kept.
            runHourly(retention, clock, RULE);
            assertThat(tablesWith(given.jdbc)).isEmpty();
        }
    }

    private static void runHourly(Retention retention, MovableClock clock, Duration time) {
        for (long hour = 0; hour < time.toHours(); hour++) {
            retention.run();
            clock.move(Duration.ofHours(1));
        }
    }

    private static SortedSet<String> tablesWith(JdbcClient jdbc) {
        SortedSet<String> tables = new TreeSet<>();
        jdbc.sql("select table_name, column_name from information_schema.columns where lower(table_schema) = 'public'"
                        + " and lower(data_type) like '%char%'")
                .query((row, number) -> new Column(row.getString(1), row.getString(2)))
                .list()
                .forEach(column -> {
                    long found = jdbc.sql("select count(*) from \"" + column.table() + "\" where lower(\""
                                    + column.name() + "\") like '%zygomat%'")
                            .query(Long.class)
                            .single();
                    if (found > 0) {
                        tables.add(column.table().toLowerCase(java.util.Locale.ROOT));
                    }
                });
        return tables;
    }
}

package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.answer.Answered;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.testsupport.TestDatabases;
import fr.gercor.faq.testsupport.TinyEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class TurnWordsTest {

    private static final String QUESTION = "Je suis très fatiguée après les séances";

    @ParameterizedTest
    @EnumSource
    void standBesideATurnAsLongAsItsText(TestDatabases database) {
        try (HikariDataSource pool = database.create()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
            ConversationStore store = new ConversationStore(jdbc, transactions, JsonMapper.shared(), Doorbell.silent());
            UUID id = UUID.randomUUID();
            store.insert(id, new Head("hash", Audience.PUBLIC, Optional.empty(), 1), Instant.now());
            Answered answered = TinyEngine.shared().answer(List.of(), new Message.Text(QUESTION), Audience.PUBLIC);
            store.append(
                    id,
                    1,
                    new Draft(
                            Optional.of("m-1"),
                            Optional.empty(),
                            Optional.of(QUESTION),
                            Optional.empty(),
                            answered.reply(),
                            Optional.of(answered.explanation()),
                            "version",
                            1));
            List<String> words = words(jdbc);
            assertThat(words).hasSize(3).allMatch(word -> word.matches("fatig.*|apre.*|sean.*"));

            // As turns stand that were stored before there were words.
            jdbc.sql("delete from turn_word").update();
            jdbc.sql("update turn set searchable = false").update();
            TurnWords older = new TurnWords(jdbc, transactions, JsonMapper.shared());
            assertThat(older.catchUp()).isOne();
            assertThat(older.catchUp()).isZero();
            assertThat(words(jdbc)).isEqualTo(words);

            store.rate(
                    id,
                    answered.reply().id(),
                    new Feedback(Feedback.Vote.DOWN, Optional.empty(), Optional.empty()),
                    Instant.now());
            assertThat(jdbc.sql("select vote from turn").query(String.class).single())
                    .isEqualTo("down");

            Instant later = Instant.now().plus(Duration.ofDays(40));
            new RetentionStore(jdbc, transactions).purge(later, later);
            assertThat(words(jdbc)).isEmpty();
            assertThat(older.catchUp()).isZero();
        }
    }

    private static List<String> words(JdbcClient jdbc) {
        return jdbc.sql("select word from turn_word order by word")
                .query((row, number) -> row.getString(1))
                .list();
    }
}

package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.answer.Exchange;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.testsupport.TestDatabases;
import fr.gercor.faq.testsupport.TinyEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What both databases must do alike. */
class ConversationStoreContractTest {

    private static final Map<TestDatabases, HikariDataSource> POOLS = new EnumMap<>(TestDatabases.class);
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123456Z");

    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private ConversationStore store;

    private void given(TestDatabases database) {
        HikariDataSource pool = POOLS.computeIfAbsent(database, TestDatabases::create);
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        store = new ConversationStore(jdbc, transactions, JsonMapper.shared(), Doorbell.silent());
    }

    @AfterAll
    static void close() {
        POOLS.values().forEach(HikariDataSource::close);
    }

    @ParameterizedTest
    @EnumSource
    void givesBackAConversationAsItWasKept(TestDatabases database) {
        given(database);
        UUID id = UUID.randomUUID();
        Head head = new Head("hash", Audience.PROFESSIONAL, Optional.of("anne"), 1);

        store.insert(id, head, NOW);

        assertThat(store.head(id)).contains(head);
        assertThat(store.head(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void givesBackTurnsAsTheyWereTold(TestDatabases database) {
        given(database);
        UUID id = opened();
        Draft first = draft("m-1", "Qu'est-ce que l'immunothérapie ? 🌻");
        Draft second = draft("m-2", "et ça dure combien de temps ?");

        assertThat(store.append(id, 1, first)).isTrue();
        assertThat(store.append(id, 2, second)).isTrue();

        assertThat(store.turnsAfter(id, 0, 100)).containsExactly(first.at(1), second.at(2));
        assertThat(store.turnsAfter(id, 1, 100)).containsExactly(second.at(2));
        assertThat(store.lastTurns(id, 1)).containsExactly(second.known(2));
        assertThat(store.head(id).orElseThrow().nextSeq()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void findsTheTurnOfAClientId(TestDatabases database) {
        given(database);
        UUID id = opened();
        store.append(id, 1, draft("m-1", "bonjour"));

        assertThat(store.look(id, "m-1", 5).orElseThrow().same().orElseThrow().turn())
                .isPresent();
        assertThat(store.look(id, "m-2", 5).orElseThrow().same()).isEmpty();
        assertThat(store.look(UUID.randomUUID(), "m-1", 5)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesAPlaceThatIsTaken(TestDatabases database) {
        given(database);
        UUID id = opened();
        store.append(id, 1, draft("m-1", "bonjour"));

        assertThat(store.append(id, 1, draft("m-2", "merci"))).isFalse();
        assertThat(store.append(id, 3, draft("m-2", "merci"))).isFalse();
        assertThat(store.append(UUID.randomUUID(), 1, draft("m-2", "merci"))).isFalse();
        assertThat(store.turnsAfter(id, 0, 100)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAClientIdTwiceAndKeepsThePlaceFree(TestDatabases database) {
        given(database);
        UUID id = opened();
        store.append(id, 1, draft("m-1", "bonjour"));

        assertThatThrownBy(() -> store.append(id, 2, draft("m-1", "bonjour")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(store.head(id).orElseThrow().nextSeq()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void givesEachPlaceOnceToManyAtATime(TestDatabases database) throws Exception {
        given(database);
        UUID id = opened();
        try (ExecutorService doors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> sends = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(door -> () -> {
                        while (!store.append(
                                id, store.head(id).orElseThrow().nextSeq(), draft("m-" + door, "bonjour"))) {
                            Thread.onSpinWait();
                        }
                        return true;
                    })
                    .toList();
            doors.invokeAll(sends).forEach(sent -> assertThat(sent.resultNow()).isTrue());
        }

        assertThat(store.turnsAfter(id, 0, 100).stream().map(Turn::seq))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
    }

    @ParameterizedTest
    @EnumSource
    void bringsInWhatWasToldOnceOnly(TestDatabases database) {
        given(database);
        UUID id = UUID.randomUUID();
        Head head = new Head("hash", Audience.PUBLIC, Optional.empty(), 1);
        Draft first = draft("m-1", "bonjour");
        Draft other = draft("m-2", "merci");

        store.replay(id, head, NOW);
        store.replay(id, head, NOW);
        assertThat(store.replay(id, 1, first)).contains(1L);
        assertThat(store.replay(id, 1, first)).isEmpty();
        assertThat(store.replay(id, 1, other)).contains(2L);
        assertThat(store.replay(id, 9, draft("m-3", "merci"))).contains(9L);
        assertThat(store.replay(UUID.randomUUID(), 1, draft("m-4", "merci"))).isEmpty();

        assertThat(store.turnsAfter(id, 0, 100).stream().map(Turn::seq)).containsExactly(1L, 2L, 9L);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLastFeedbackOfAReply(TestDatabases database) {
        given(database);
        UUID id = opened();
        Draft draft = draft("m-1", "bonjour");
        store.append(id, 1, draft);

        assertThat(store.rate(
                        id,
                        draft.reply().id(),
                        new Feedback(Feedback.Vote.UP, Optional.empty(), Optional.empty()),
                        NOW))
                .isTrue();
        assertThat(store.rate(
                        id,
                        draft.reply().id(),
                        new Feedback(Feedback.Vote.DOWN, Optional.of("unclear"), Optional.of("pas clair")),
                        NOW))
                .isTrue();
        assertThat(store.rate(id, "another", new Feedback(Feedback.Vote.UP, Optional.empty(), Optional.empty()), NOW))
                .isFalse();

        assertThat(jdbc.sql("select vote from feedback where conversation_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("down");
    }

    @ParameterizedTest
    @EnumSource
    void erasesAllThatWasSaid(TestDatabases database) {
        given(database);
        UUID id = opened();
        Draft draft = draft("m-1", "bonjour");
        store.append(id, 1, draft);
        store.rate(id, draft.reply().id(), new Feedback(Feedback.Vote.UP, Optional.empty(), Optional.empty()), NOW);

        assertThat(store.erase(id)).isTrue();
        assertThat(store.erase(id)).isFalse();

        assertThat(store.head(id)).isEmpty();
        for (String table : List.of("turn", "feedback")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where conversation_id = :id")
                            .param("id", id)
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void purgesTheWordsAndKeepsTheCounters(TestDatabases database) {
        given(database);
        RetentionStore retention = new RetentionStore(jdbc, transactions);
        UUID id = opened();
        Draft old = draft("m-1", "bonjour");
        Draft young = draft("m-2", "merci");
        store.append(id, 1, old);
        store.append(id, 2, young);
        store.rate(
                id, old.reply().id(), new Feedback(Feedback.Vote.DOWN, Optional.empty(), Optional.of("mes mots")), NOW);
        jdbc.sql("update turn set at = :at where conversation_id = :id and seq = 1")
                .param("at", ConversationStore.time(NOW.minus(Duration.ofDays(40))))
                .param("id", id)
                .update();

        assertThat(retention.purge(NOW.minus(Duration.ofDays(30)), NOW)).isEqualTo(1);
        assertThat(retention.purge(NOW.minus(Duration.ofDays(30)), NOW)).isZero();

        assertThat(store.turnsAfter(id, 0, 100)).containsExactly(young.at(2));
        assertThat(store.look(id, "m-1", 5).orElseThrow().same().orElseThrow().turn())
                .isEmpty();
        Map<String, Object> row = jdbc.sql("""
                        select t.text, t.reply, t.explanation, t.fingerprint, t.outcome, f.vote, f.comment
                        from turn t join feedback f on f.conversation_id = t.conversation_id and f.seq = t.seq
                        where t.conversation_id = :id""").param("id", id).query().singleRow();
        assertThat(row).containsEntry("outcome", "small_talk").containsEntry("vote", "down");
        assertThat(row.values().stream().filter(value -> value == null)).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void forgetsConversationsInWhichNothingWasSaid(TestDatabases database) {
        given(database);
        RetentionStore retention = new RetentionStore(jdbc, transactions);
        UUID silent = opened();
        UUID talked = opened();
        store.append(talked, 1, draft("m-1", "bonjour"));

        retention.forgetEmpty(NOW.plusSeconds(1));

        assertThat(store.head(silent)).isEmpty();
        assertThat(store.head(talked)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void strikesRunsThatAClockDatedAhead(TestDatabases database) {
        given(database);
        RetentionStore retention = new RetentionStore(jdbc, transactions);
        RetentionStore.Run ahead = new RetentionStore.Run(NOW.plus(Duration.ofDays(400)), NOW, 0, 0, 0);
        RetentionStore.Run now = new RetentionStore.Run(NOW, NOW, 3, 1, 2);

        retention.note(ahead);
        assertThat(retention.lastRun()).contains(ahead);
        retention.note(now);

        assertThat(retention.lastRun()).contains(now);
    }

    private UUID opened() {
        UUID id = UUID.randomUUID();
        store.insert(id, new Head("hash", Audience.PUBLIC, Optional.empty(), 1), NOW);
        return id;
    }

    private static Draft draft(String clientId, String text) {
        var answered = TinyEngine.shared().answer(List.<Exchange>of(), new Message.Text("bonjour"), Audience.PUBLIC);
        Reply reply = answered.reply();
        Reply dated = new Reply(
                reply.id(),
                NOW,
                reply.outcome(),
                reply.intent(),
                reply.confidence(),
                reply.lang(),
                reply.dir(),
                reply.text(),
                reply.passages(),
                reply.suggestions(),
                reply.notices(),
                reply.urgency(),
                reply.contacts(),
                reply.author());
        return new Draft(
                Optional.of(clientId),
                Optional.of("fingerprint"),
                Optional.of(text),
                Optional.empty(),
                dated,
                Optional.of(answered.explanation()),
                "v1",
                412);
    }
}

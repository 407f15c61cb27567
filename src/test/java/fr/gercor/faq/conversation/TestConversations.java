package fr.gercor.faq.conversation;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.testsupport.TestDatabases;
import fr.gercor.faq.testsupport.TinyEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Conversations as they are put together for serving, over a database that can be taken away. */
final class TestConversations implements AutoCloseable {

    final FailingDatabase database;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final ConversationStore store;
    final Spool spool;
    final Reach reach = new Reach(Duration.ofMillis(500));
    final List<Object> events = Collections.synchronizedList(new ArrayList<>());
    final List<UUID> erased = Collections.synchronizedList(new ArrayList<>());
    final Conversations conversations;
    private final HikariDataSource pool;

    /** @param folder of the spool */
    TestConversations(HikariDataSource pool, Path folder, Clock clock, long spoolBytes) {
        this.pool = pool;
        database = new FailingDatabase(pool);
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        store = new ConversationStore(jdbc, transactions, JsonMapper.shared(), Doorbell.silent());
        try {
            spool = Spool.open(folder, spoolBytes, JsonMapper.shared());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        conversations = new Conversations(
                store,
                reach,
                spool,
                TinyEngine::shared,
                new Masker(),
                events::add,
                new SimpleMeterRegistry(),
                clock,
                erased::add);
    }

    static TestConversations on(TestDatabases database, Path folder) {
        return new TestConversations(database.create(), folder, Clock.systemUTC(), 1 << 20);
    }

    /** The H2 file of a folder, with its spool, as after a start of the service. */
    static TestConversations startedIn(Path folder) {
        HikariDataSource pool = TestDatabases.pool(TestDatabases.h2Url(folder), "sa");
        TestDatabases.migrate(pool);
        TestConversations started = new TestConversations(pool, folder.resolve("spool"), Clock.systemUTC(), 1 << 20);
        started.conversations.catchUp();
        return started;
    }

    void compact(Path file) {
        new H2Compaction(pool, file).run();
    }

    /** The turns of a conversation, page after page. */
    List<Turn> allTurns(Conversation conversation) {
        List<Turn> turns = new ArrayList<>();
        List<Turn> page = conversations.turnsAfter(conversation, 0);
        while (!page.isEmpty()) {
            turns.addAll(page);
            page = conversations.turnsAfter(conversation, page.getLast().seq());
        }
        return turns;
    }

    long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() throws IOException {
        spool.close();
        reach.close();
        pool.close();
    }
}

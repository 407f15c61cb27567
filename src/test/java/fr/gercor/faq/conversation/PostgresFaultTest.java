package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.testsupport.TestDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL killed under writing and started again; and the bell between two nodes on one. */
class PostgresFaultTest {

    @Test
    void answersAllWhileTheServerIsKilledAndLosesAndDoublesNothing(@TempDir Path folder) throws Exception {
        int port = freePort();
        Path data = folder.resolve("pg");
        EmbeddedPostgres server = server(data, port);
        HikariDataSource pool = TestDatabases.pool(server.getJdbcUrl("postgres", "postgres"), "postgres");
        PostgresPool.prepare(pool);
        TestDatabases.migrate(pool);
        try (TestConversations given =
                new TestConversations(pool, folder.resolve("spool"), Clock.systemUTC(), 1 << 20)) {
            Conversation conversation = given.conversations
                    .open(true, Audience.PUBLIC, Optional.empty())
                    .conversation();
            List<Turn> told = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 60; i++) {
                    if (i == 20) {
                        kill(data);
                    }
                    Sent sent =
                            given.conversations.send(conversation, round + "-" + i, new Message.Text("bonjour " + i));
                    told.add(((Sent.Taken) sent).turn());
                }
                assertThat(given.conversations.isBehind()).isTrue();
                // Lets go of the folder; there is nothing left to stop.
                server.close();
                server = server(data, port);
                await().atMost(Duration.ofSeconds(20)).until(() -> {
                    given.conversations.catchUp();
                    return !given.conversations.isBehind();
                });
                assertThat(given.allTurns(conversation)).isEqualTo(told);
            }
            assertThat(told.stream().mapToLong(Turn::seq))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 180).boxed().toList());
        } finally {
            server.close();
        }
    }

    @Test
    void ringsTheOtherNodesAndNotItself(@TempDir Path folder) {
        List<Object> heardByOne = Collections.synchronizedList(new ArrayList<>());
        List<Object> heardByOther = Collections.synchronizedList(new ArrayList<>());
        try (HikariDataSource pool = TestDatabases.POSTGRESQL.create()) {
            NodeBell one = new NodeBell(pool, heardByOne::add);
            NodeBell other = new NodeBell(pool, heardByOther::add);
            one.start();
            other.start();
            await().until(() -> heardByOne.size() == 1 && heardByOther.size() == 1);
            TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
            JdbcClient jdbc = JdbcClient.create(pool);
            UUID conversation = UUID.randomUUID();

            transactions.executeWithoutResult(status -> {
                one.ringTurn(jdbc, UUID.randomUUID(), 9);
                status.setRollbackOnly();
            });
            transactions.executeWithoutResult(status -> one.ringTurn(jdbc, conversation, 7));
            transactions.executeWithoutResult(status -> one.ringErased(jdbc, conversation));

            await().until(() -> heardByOther.size() == 3);
            assertThat(heardByOther)
                    .containsExactly(
                            new TurnsMissed(), new TurnAdded(conversation, 7), new ConversationErased(conversation));
            assertThat(heardByOne).containsExactly(new TurnsMissed());
            one.stop();
            other.stop();
        }
    }

    private static EmbeddedPostgres server(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    private static void kill(Path data) throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        ProcessHandle.of(postmaster).ifPresent(process -> {
            List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
            all.addFirst(process);
            all.forEach(ProcessHandle::destroyForcibly);
            await().until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

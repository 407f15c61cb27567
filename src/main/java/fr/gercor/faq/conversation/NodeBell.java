package fr.gercor.faq.conversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rings the nodes on one PostgreSQL by its {@code NOTIFY}, and hears the others' by {@code LISTEN}. A bell only: what it is about
 * is read from the database, and after a line that was down everybody is told to look.
 */
final class NodeBell implements Doorbell, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeBell.class);
    private static final String CHANNEL = "faq_conversation";
    private static final int LISTEN_MS = 1_000;

    /** Without a word for so long, the line is tried. */
    private static final int SILENT_ROUNDS = 15;

    private static final int VALID_WITHIN_SECONDS = 2;

    private final DataSource database;
    private final ApplicationEventPublisher events;
    private final String node = UUID.randomUUID().toString();
    private @Nullable Thread listener;
    private volatile boolean running;

    NodeBell(DataSource database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void ringTurn(JdbcClient jdbc, UUID conversation, long seq) {
        ring(jdbc, node + " turn " + conversation + " " + seq);
    }

    @Override
    public void ringErased(JdbcClient jdbc, UUID conversation) {
        ring(jdbc, node + " erased " + conversation);
    }

    private static void ring(JdbcClient jdbc, String payload) {
        jdbc.sql("select pg_notify('" + CHANNEL + "', :payload)")
                .param("payload", payload)
                .query((row, number) -> number)
                .list();
    }

    @Override
    public synchronized void start() {
        running = true;
        listener = Thread.ofPlatform().daemon().name("node-bell").start(this::listen);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (listener != null) {
            try {
                listener.join(3L * LISTEN_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (isRunning()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                events.publishEvent(new TurnsMissed());
                hear(connection);
                statement.execute("unlisten " + CHANNEL);
            } catch (SQLException | RuntimeException e) {
                LOG.warn(
                        "Other nodes can't be heard, for the moment: {}",
                        e.getClass().getName());
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection line = connection.unwrap(PGConnection.class);
        int silent = 0;
        while (isRunning()) {
            PGNotification[] rung = line.getNotifications(LISTEN_MS);
            boolean any = rung != null && rung.length > 0;
            silent = any ? 0 : silent + 1;
            if (silent > SILENT_ROUNDS) {
                if (!connection.isValid(VALID_WITHIN_SECONDS)) {
                    throw new SQLException("The line is dead");
                }
                silent = 0;
            }
            if (any) {
                for (PGNotification notification : rung) {
                    hear(notification.getParameter());
                }
            }
        }
    }

    private void hear(String payload) {
        String[] words = payload.split(" ");
        if (!words[0].equals(node)) {
            UUID conversation = UUID.fromString(words[2]);
            events.publishEvent(
                    words[1].equals("turn")
                            ? new TurnAdded(conversation, Long.parseLong(words[3]))
                            : new ConversationErased(conversation));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LISTEN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

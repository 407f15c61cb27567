package fr.gercor.faq.chat;

import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.security.SignedInSessions.Ticket;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.SessionLimitExceededException;
import tools.jackson.databind.json.JsonMapper;

/** One open line to a client: the conversation that it has opened, and how far it has been told. Nothing here throws. */
final class ChatSocket {

    private static final Logger LOG = LoggerFactory.getLogger(ChatSocket.class);

    private final WebSocketSession session;
    private final Visitor visitor;
    private final Optional<Ticket> ticket;
    private final String address;
    private final Optional<Bucket> frames;
    private final JsonMapper json;
    private final Lock telling = new ReentrantLock();
    private volatile Optional<Conversation> conversation = Optional.empty();
    private volatile long heardAt = System.nanoTime();
    private long told;

    /**
     * @param session that several threads may send to
     * @param visitor as the handshake found them
     * @param ticket of the session that the line hangs on; empty for a patient
     * @param address that it came from: to count by, never to keep
     * @param frames what the client may still send; empty where nothing is counted
     */
    ChatSocket(
            WebSocketSession session,
            Visitor visitor,
            Optional<Ticket> ticket,
            String address,
            Optional<Bucket> frames,
            JsonMapper json) {
        this.session = session;
        this.visitor = visitor;
        this.ticket = ticket;
        this.address = address;
        this.frames = frames;
        this.json = json;
    }

    Visitor visitor() {
        return visitor;
    }

    Optional<Ticket> ticket() {
        return ticket;
    }

    String address() {
        return address;
    }

    Optional<Conversation> conversation() {
        return conversation;
    }

    /** @param after the last place that its client has seen */
    void opens(Conversation opened, long after) {
        told = after;
        conversation = Optional.of(opened);
    }

    /** Held by whoever tells turns, so that they go out in order. */
    Lock telling() {
        return telling;
    }

    /** The last place that its client has been told; read and written under {@link #telling()}. */
    long told() {
        return told;
    }

    /** Tells a turn, and remembers its place. */
    void tell(WireTurn turn) {
        send(Frame.TurnFrame.of(turn));
        told = Math.max(told, turn.seq());
    }

    /** Something was heard of the client: it lives. */
    void heard() {
        heardAt = System.nanoTime();
    }

    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    /** Whether the client may send another frame. */
    boolean mayGoOn() {
        return frames.map(bucket -> bucket.tryConsume(1)).orElse(true);
    }

    boolean isOpen() {
        return session.isOpen();
    }

    void send(Frame frame) {
        send(new TextMessage(json.writeValueAsString(frame)));
    }

    void ping() {
        send(new PingMessage());
    }

    private void send(WebSocketMessage<?> message) {
        try {
            if (session.isOpen()) {
                session.sendMessage(message);
            }
        } catch (IOException | SessionLimitExceededException | IllegalStateException e) {
            LOG.debug("A client reads too slowly or has gone: {}", e.getClass().getName());
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A line to be closed was gone: {}", e.getClass().getName());
        }
    }
}

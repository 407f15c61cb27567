package fr.gercor.faq.chat;

import fr.gercor.faq.conversation.Conversation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import tools.jackson.databind.json.JsonMapper;

/** One open socket: what it has been told, and when it was last heard of. */
final class ChatSocket {

    private static final Logger LOG = LoggerFactory.getLogger(ChatSocket.class);

    /** A client that does not take a frame in this time is let go: it must not hold up the others. */
    private static final int SEND_MILLIS = 2_000;

    private static final int UNSENT_BYTES = 512 * 1024;

    private final ConcurrentWebSocketSessionDecorator session;
    private final JsonMapper json;
    private final String address;
    private final Lock delivery = new ReentrantLock();
    private volatile Optional<Conversation> conversation = Optional.empty();
    private volatile long heardAt = System.nanoTime();
    private volatile long told;

    ChatSocket(WebSocketSession session, JsonMapper json) {
        this.session = new ConcurrentWebSocketSessionDecorator(session, SEND_MILLIS, UNSENT_BYTES);
        this.json = json;
        this.address = session.getRemoteAddress() == null
                ? ""
                : session.getRemoteAddress().getAddress().getHostAddress();
    }

    String id() {
        return session.getId();
    }

    /** Where it comes from: to count by, never to keep. */
    String address() {
        return address;
    }

    Optional<Conversation> conversation() {
        return conversation;
    }

    /** Binds the socket to a conversation whose turns up to {@code after} its client has seen. */
    void bind(Conversation opened, long after) {
        delivery.lock();
        try {
            told = after;
            conversation = Optional.of(opened);
        } finally {
            delivery.unlock();
        }
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    boolean isSilentFor(Duration time) {
        return System.nanoTime() - heardAt > time.toNanos();
    }

    /** Where the turns that a client has not seen are read from. */
    interface Turns {
        List<WireTurn> after(long seq);
    }

    /** Sends the turns that the client has not been told, each once and in order. */
    void deliver(Turns turns) {
        delivery.lock();
        try {
            for (WireTurn turn : turns.after(told)) {
                send(Frame.TurnFrame.of(turn));
                told = Math.max(told, turn.seq());
            }
        } finally {
            delivery.unlock();
        }
    }

    /** The last turn that the client has been told. */
    long told() {
        return told;
    }

    /** Sends a turn again that the client asks for again. */
    void repeat(WireTurn turn) {
        delivery.lock();
        try {
            send(Frame.TurnFrame.of(turn));
        } finally {
            delivery.unlock();
        }
    }

    void send(Frame frame) {
        try {
            session.sendMessage(new TextMessage(json.writeValueAsString(frame)));
        } catch (IOException | RuntimeException e) {
            LOG.debug("A frame could not be sent: {}", e.getClass().getName());
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    void ping() {
        try {
            session.sendMessage(new PingMessage());
        } catch (IOException | RuntimeException e) {
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException | RuntimeException e) {
            LOG.debug("A socket was closed already: {}", e.getClass().getName());
        }
    }
}

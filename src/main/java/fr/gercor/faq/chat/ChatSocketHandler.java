package fr.gercor.faq.chat;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.chat.Frame.FromClient;
import fr.gercor.faq.chat.Frame.ProblemFrame;
import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.ConversationErased;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.Sent;
import fr.gercor.faq.conversation.StoreAwayException;
import fr.gercor.faq.conversation.Turn;
import fr.gercor.faq.conversation.TurnAdded;
import fr.gercor.faq.conversation.TurnsMissed;
import fr.gercor.faq.security.SignedInSessions.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.tomcat.websocket.WsWebSocketContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conversations over a socket. The frames of a line are taken one after the other, each on a virtual thread, which may wait; no
 * frame is left without an answer. Turns are told in the order of the conversation, whoever they came from: what is told is read
 * from the conversation, and a bell only says when to look.
 */
final class ChatSocketHandler extends AbstractWebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ChatSocketHandler.class);

    /** Of a frame, in bytes: a text of 2,000 characters, escaped, and little more. Larger buffers cost megabytes of heap a line. */
    static final int LONGEST_FRAME = 16 * 1024;

    private static final Duration THINKING_AFTER = Duration.ofMillis(300);

    static final CloseStatus REFUSED = CloseStatus.POLICY_VIOLATION;
    static final CloseStatus SIGNED_OUT = CloseStatus.POLICY_VIOLATION.withReason("session ended");
    static final CloseStatus NOT_OPENED = new CloseStatus(4408, "no open in time");
    static final CloseStatus TOO_MANY = new CloseStatus(4429, "too many messages");

    /** Clients try again as after any lost line: the database may be back, or another node may know more. */
    private static final CloseStatus TRY_AGAIN = CloseStatus.SERVICE_RESTARTED;

    /** A client that doesn't read for so long has gone; Tomcat's own 20 s froze everybody's output. */
    private static final int SEND_WITHIN_MS = 2_000;

    /** For the close of the other side, before the line is cut. */
    private static final long CLOSE_WITHIN_MS = 2_000;

    /** Lines that look for missed turns at a time: thousands at once would outlast the patience with the database. */
    private static final int LOOKING_AT_ONCE = 16;

    private static final int MOST_BUFFERED = 128 * 1024;
    private static final String TOMCAT = "org.apache.tomcat.websocket.";
    private static final String SOCKET = "socket";

    /** The attribute of the handshake that holds where it came from. */
    static final String ADDRESS = "address";

    /** The attribute of the handshake that holds the session of whoever had logged in. */
    static final String TICKET = "ticket";

    private final Conversations conversations;
    private final ChatSockets sockets;
    private final RateLimits limits;
    private final Departure departure;
    private final JsonMapper json;
    private final Duration opening;
    private final Semaphore catchingUp = new Semaphore(LOOKING_AT_ONCE);

    /** @param opening within which the first frame must open a conversation */
    ChatSocketHandler(
            Conversations conversations,
            ChatSockets sockets,
            RateLimits limits,
            Departure departure,
            JsonMapper json,
            Duration opening) {
        this.conversations = conversations;
        this.sockets = sockets;
        this.limits = limits;
        this.departure = departure;
        this.json = json;
        this.opening = opening;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        hurry(session);
        ChatSocket socket = new ChatSocket(
                new ConcurrentWebSocketSessionDecorator(session, 2 * SEND_WITHIN_MS, MOST_BUFFERED),
                Visitor.of(session.getPrincipal()),
                Optional.ofNullable((Ticket) session.getAttributes().get(TICKET)),
                Objects.toString(session.getAttributes().get(ADDRESS), ""),
                limits.own(Limit.FRAMES),
                json);
        session.getAttributes().put(SOCKET, socket);
        sockets.add(socket);
        sockets.after(opening, () -> {
            if (socket.conversation().isEmpty()) {
                socket.close(NOT_OPENED);
            }
        });
    }

    /** Tells Tomcat not to wait long for this client. */
    private static void hurry(WebSocketSession session) {
        if (session instanceof StandardWebSocketSession standard) {
            Map<String, Object> settings = standard.getNativeSession().getUserProperties();
            settings.put(TOMCAT + "BLOCKING_SEND_TIMEOUT", (long) SEND_WITHIN_MS);
            settings.put(TOMCAT + "SESSION_CLOSE_TIMEOUT", CLOSE_WITHIN_MS);
            if (standard.getNativeSession().getContainer() instanceof WsWebSocketContainer tomcat) {
                // It looks for lines to cut every ten seconds otherwise, and a silent one would outlive its time.
                tomcat.setProcessPeriod(1);
            }
        }
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
        ChatSocket socket =
                (ChatSocket) Objects.requireNonNull(session.getAttributes().get(SOCKET));
        socket.heard();
        if (message instanceof PongMessage || !departure.enter()) {
            return;
        }
        try {
            if (!socket.mayGoOn()) {
                socket.close(TOO_MANY);
            } else if (message.getPayloadLength() > LONGEST_FRAME) {
                socket.close(CloseStatus.TOO_BIG_TO_PROCESS);
            } else if (message instanceof TextMessage text) {
                take(socket, text.getPayload());
            } else if (message instanceof BinaryMessage) {
                tell(socket, null, new ProblemException(Problem.UNREADABLE, "frame"));
            }
        } finally {
            departure.leave();
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().get(SOCKET) instanceof ChatSocket socket) {
            sockets.remove(socket);
        }
    }

    private void take(ChatSocket socket, String payload) {
        String clientId = null;
        try {
            JsonNode tree = json.readTree(payload);
            if (!tree.isObject()) {
                throw new ProblemException(Problem.UNREADABLE, "frame");
            }
            // Read by itself, so that a frame with another fault is told by its name.
            clientId = tree.path("id").asStringOpt().orElse(null);
            take(socket, json.treeToValue(tree, FromClient.class));
        } catch (JacksonException e) {
            tell(
                    socket,
                    clientId,
                    ProblemAdvice.field(e)
                            .map(field -> new ProblemException(Problem.INVALID, field))
                            .orElseGet(() -> new ProblemException(Problem.UNREADABLE, "frame")));
        } catch (ProblemException e) {
            tell(socket, clientId, e);
        } catch (StoreAwayException e) {
            tell(socket, clientId, ProblemException.until(Problem.AWAY, ProblemAdvice.SOON));
        } catch (RuntimeException e) {
            LOG.error("A frame could not be answered", Nameless.of(e));
            tell(socket, clientId, new ProblemException(Problem.INTERNAL));
        }
    }

    private void take(ChatSocket socket, FromClient frame) {
        switch (frame.type()) {
            case "open" -> open(socket, frame);
            case "message" -> message(socket, frame);
            case null, default -> throw new ProblemException(Problem.UNKNOWN_TYPE, "type");
        }
    }

    private static void tell(ChatSocket socket, @Nullable String clientId, ProblemException problem) {
        socket.send(new ProblemFrame(clientId, problem.detail()));
    }

    private void open(ChatSocket socket, FromClient frame) {
        if (socket.conversation().isPresent()) {
            throw new ProblemException(Problem.ALREADY_OPEN, "type");
        }
        limits.takeFrom(Limit.REQUESTS, socket.address());
        long after = frame.after() == null ? 0 : frame.after();
        if (after < 0) {
            throw new ProblemException(Problem.INVALID, "after");
        }
        Optional<Conversation> opened;
        try {
            opened = Identifiers.uuid(Objects.requireNonNullElse(frame.conversation(), ""))
                    .flatMap(id -> conversations.resume(id, Objects.requireNonNullElse(frame.token(), "")))
                    .filter(socket.visitor()::mayEnter);
        } catch (StoreAwayException e) {
            tell(socket, null, ProblemException.until(Problem.AWAY, ProblemAdvice.SOON));
            socket.close(TRY_AGAIN);
            return;
        }
        if (opened.isEmpty()) {
            socket.close(REFUSED);
            return;
        }
        socket.telling().lock();
        try {
            socket.opens(opened.get(), after);
            sockets.opened(socket, opened.get());
            tellMissed(socket);
        } finally {
            socket.telling().unlock();
        }
    }

    private void message(ChatSocket socket, FromClient frame) {
        Conversation conversation =
                socket.conversation().orElseThrow(() -> new ProblemException(Problem.NOT_OPEN, "type"));
        Incoming incoming = new Incoming(frame.id(), frame.text(), frame.choice());
        String clientId = incoming.clientId();
        Message message = incoming.message();
        // First by the conversation: one that floods takes nothing from the others behind its address.
        limits.take(Limit.MESSAGES_IN_CONVERSATION, conversation.id().toString());
        limits.takeFrom(Limit.MESSAGES_FROM_ADDRESS, socket.address());
        Patience patience = new Patience(socket, clientId);
        sockets.after(THINKING_AFTER, patience::end);
        socket.telling().lock();
        try {
            long before = socket.told();
            Sent sent;
            try {
                sent = conversations.send(conversation, clientId, message);
            } finally {
                patience.answered();
            }
            switch (sent) {
                case Sent.Taken(Turn turn) -> tellOwn(socket, turn, before);
                case Sent.OtherText() -> throw new ProblemException(Problem.OTHER_TEXT);
                case Sent.Purged() -> throw new ProblemException(Problem.PURGED);
                case Sent.Gone() -> {
                    tell(socket, clientId, new ProblemException(Problem.NOT_FOUND));
                    socket.close(REFUSED);
                }
            }
        } finally {
            socket.telling().unlock();
        }
    }

    /** Says once that a reply is on its way, unless it has come. */
    private static final class Patience {

        private final ChatSocket socket;
        private final String clientId;
        private boolean answered;

        Patience(ChatSocket socket, String clientId) {
            this.socket = socket;
            this.clientId = clientId;
        }

        synchronized void end() {
            if (!answered) {
                socket.send(new Frame.Thinking(clientId));
            }
        }

        synchronized void answered() {
            answered = true;
        }
    }

    /** @param before the last place told when the message came: at or before it, the message is an old one sent again */
    private void tellOwn(ChatSocket socket, Turn turn, long before) {
        if (turn.seq() > socket.told() + 1) {
            tellMissed(socket);
        }
        if (turn.seq() <= before || turn.seq() > socket.told()) {
            socket.tell(WireTurn.of(turn));
        }
    }

    /** Tells all turns that a line has not been told yet. */
    private void tellMissed(ChatSocket socket) {
        Conversation conversation = socket.conversation().orElseThrow();
        try {
            List<Turn> page;
            do {
                page = conversations.turnsAfter(conversation, socket.told());
                page.stream().map(WireTurn::of).forEach(socket::tell);
            } while (page.size() == Conversations.MOST_AT_ONCE && socket.isOpen());
        } catch (StoreAwayException e) {
            tell(socket, null, ProblemException.until(Problem.AWAY, ProblemAdvice.SOON));
        }
    }

    @EventListener
    void hear(TurnAdded added) {
        sockets.of(added.conversation()).forEach(socket -> Thread.startVirtualThread(() -> look(socket, added.seq())));
    }

    @EventListener
    void hear(TurnsMissed missed) {
        sockets.all().stream()
                .filter(socket -> socket.conversation().isPresent())
                .forEach(socket -> Thread.startVirtualThread(() -> {
                    catchingUp.acquireUninterruptibly();
                    try {
                        look(socket, Long.MAX_VALUE);
                    } finally {
                        catchingUp.release();
                    }
                }));
    }

    @EventListener
    void hear(ConversationErased erased) {
        sockets.of(erased.conversation()).forEach(socket -> Thread.startVirtualThread(() -> socket.close(REFUSED)));
    }

    /** Tells a line what is new up to a place; a slow client may keep the thread a while. */
    private void look(ChatSocket socket, long seq) {
        socket.telling().lock();
        try {
            if (socket.told() < seq && socket.isOpen()) {
                tellMissed(socket);
            }
        } catch (RuntimeException e) {
            LOG.error("Turns could not be told", Nameless.of(e));
        } finally {
            socket.telling().unlock();
        }
    }
}

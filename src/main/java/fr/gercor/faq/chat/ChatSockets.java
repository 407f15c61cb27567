package fr.gercor.faq.chat;

import fr.gercor.faq.chat.Frame.FromClient;
import fr.gercor.faq.chat.Frame.ProblemFrame;
import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.ConversationErased;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.Sent;
import fr.gercor.faq.conversation.StoreAwayException;
import fr.gercor.faq.conversation.TurnAdded;
import fr.gercor.faq.conversation.TurnsMissed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.http.ProblemDetail;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The WebSocket door: one conversation a socket, JSON frames, and no frame left without an answer. The store is the log of what was
 * said; events only ring that there is more to tell. Stops before the web server does, so that every question taken is answered and
 * every socket closed with a word.
 */
class ChatSockets extends TextWebSocketHandler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChatSockets.class);

    static final CloseStatus NOT_OPENED = new CloseStatus(4408, "no open in time");
    static final CloseStatus TOO_MANY = new CloseStatus(4429, "too many messages");

    private static final Duration OPEN_WITHIN = Duration.ofSeconds(5);
    private static final Duration PING_EVERY = Duration.ofSeconds(7);
    private static final Duration SILENT_FOR = Duration.ofSeconds(20);
    private static final Duration THINKING_AFTER = Duration.ofMillis(300);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    /** The frames over the limit after which a socket is closed. */
    private static final int PATIENCE = 20;

    private static final String BLOCKING_SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final Conversations conversations;
    private final RateLimits limits;
    private final JsonMapper json;
    private final Map<String, ChatSocket> sockets = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();
    private final AtomicInteger working = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sockets").factory());
    private final Executor deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    ChatSockets(Conversations conversations, RateLimits limits, JsonMapper json) {
        this.conversations = conversations;
        this.limits = limits;
        this.json = json;
    }

    /** How many sockets are open. */
    int open() {
        return sockets.size();
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession outer) {
            jakarta.websocket.Session inner = outer.getNativeSession(jakarta.websocket.Session.class);
            if (inner != null) {
                inner.getUserProperties().put(BLOCKING_SEND_TIMEOUT, 2_000L);
            }
        }
        ChatSocket socket = new ChatSocket(session, json);
        sockets.put(session.getId(), socket);
        timer.schedule(
                () -> {
                    if (socket.conversation().isEmpty()) {
                        socket.close(NOT_OPENED);
                    }
                },
                OPEN_WITHIN.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        sockets.remove(session.getId());
        refused.remove(session.getId());
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        Optional.ofNullable(sockets.get(session.getId())).ifPresent(ChatSocket::heard);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        ChatSocket socket = sockets.get(session.getId());
        if (socket == null) {
            return;
        }
        socket.heard();
        working.incrementAndGet();
        String clientId = null;
        try {
            FromClient frame = json.readValue(message.getPayload(), FromClient.class);
            if (frame == null) {
                throw new ProblemException(Problem.UNREADABLE);
            }
            clientId = frame.id();
            take(socket, frame);
        } catch (JacksonException e) {
            problem(socket, clientId, Problem.UNREADABLE.detail());
        } catch (ProblemException e) {
            problem(socket, clientId, e.detail());
        } catch (TooManyRequestsException e) {
            tooMany(socket, clientId, e);
        } catch (StoreAwayException e) {
            problem(socket, clientId, Problem.AWAY.detail());
        } catch (RuntimeException e) {
            LOG.error("A frame could not be answered: {}", e.getClass().getName());
            LOG.debug("Its trace", e);
            problem(socket, clientId, Problem.INTERNAL.detail());
        } finally {
            working.decrementAndGet();
        }
    }

    private void take(ChatSocket socket, FromClient frame) {
        switch (frame.type()) {
            case "open" -> open(socket, frame);
            case "message" -> message(socket, frame);
            case null, default -> throw new ProblemException(Problem.UNKNOWN_TYPE);
        }
    }

    private void open(ChatSocket socket, FromClient frame) {
        String token = frame.token() == null ? "" : frame.token();
        Optional<Conversation> conversation = Optional.ofNullable(frame.conversation())
                .flatMap(Identifiers::uuid)
                .flatMap(id -> conversations.resume(id, token));
        if (conversation.isEmpty()) {
            socket.close(CloseStatus.POLICY_VIOLATION);
            return;
        }
        socket.bind(conversation.get(), frame.after() == null ? 0 : Math.max(0, frame.after()));
        deliver(socket);
    }

    private void message(ChatSocket socket, FromClient frame) {
        Conversation conversation = socket.conversation().orElseThrow(() -> new ProblemException(Problem.NOT_OPEN));
        limits.count(RateLimits.Kind.MESSAGE, socket.address());
        Incoming incoming = new Incoming(frame.id(), frame.text(), frame.choice());
        String clientId = incoming.clientId();
        long before = socket.told();
        Future<?> thinking = timer.schedule(
                () -> deliveries.execute(() -> socket.send(new Frame.Thinking(clientId))),
                THINKING_AFTER.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            switch (conversations.send(conversation, clientId, incoming.message())) {
                case Sent.Taken taken -> {
                    if (taken.turn().seq() <= before) {
                        socket.repeat(WireTurn.of(taken.turn()));
                    } else {
                        deliver(socket);
                    }
                }
                case Sent.OtherText ignored -> throw new ProblemException(Problem.OTHER_TEXT);
                case Sent.Purged ignored -> throw new ProblemException(Problem.PURGED);
                case Sent.Gone ignored -> socket.close(CloseStatus.POLICY_VIOLATION);
            }
        } finally {
            thinking.cancel(false);
        }
    }

    private void deliver(ChatSocket socket) {
        socket.conversation()
                .ifPresent(conversation -> socket.deliver(seq -> conversations.turnsAfter(conversation, seq).stream()
                        .map(WireTurn::of)
                        .toList()));
    }

    private static void problem(ChatSocket socket, @Nullable String clientId, ProblemDetail detail) {
        socket.send(new ProblemFrame(clientId, detail, null));
    }

    private void tooMany(ChatSocket socket, @Nullable String clientId, TooManyRequestsException exception) {
        socket.send(new ProblemFrame(clientId, Problem.TOO_MANY.detail(), exception.retryAfterSeconds()));
        int times = refused.computeIfAbsent(socket.id(), ignored -> new AtomicInteger())
                .incrementAndGet();
        if (times > PATIENCE) {
            socket.close(TOO_MANY);
        }
    }

    @EventListener
    void ring(TurnAdded bell) {
        ring(bell.conversation()::equals);
    }

    @EventListener
    void ring(TurnsMissed bell) {
        ring(id -> true);
    }

    @EventListener
    void ring(ConversationErased bell) {
        sockets.values().stream()
                .filter(socket -> isOf(socket, bell.conversation()::equals))
                .forEach(socket -> socket.close(CloseStatus.POLICY_VIOLATION));
    }

    private void ring(Predicate<UUID> concerned) {
        sockets.values().stream()
                .filter(socket -> isOf(socket, concerned))
                .forEach(socket -> deliveries.execute(() -> deliverLater(socket)));
    }

    private static boolean isOf(ChatSocket socket, Predicate<UUID> concerned) {
        return socket.conversation().map(Conversation::id).filter(concerned).isPresent();
    }

    private void deliverLater(ChatSocket socket) {
        try {
            deliver(socket);
        } catch (RuntimeException e) {
            LOG.debug("Turns are told at the next bell: {}", e.getClass().getName());
        }
    }

    private void lookAround() {
        for (ChatSocket socket : sockets.values()) {
            if (socket.isSilentFor(SILENT_FOR)) {
                deliveries.execute(() -> socket.close(CloseStatus.SESSION_NOT_RELIABLE));
            } else {
                deliveries.execute(socket::ping);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleAtFixedRate(
                this::lookAround, PING_EVERY.toMillis(), PING_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes nothing more, lets what was taken come to its end, and closes every socket with 1001. */
    @Override
    public void stop() {
        running = false;
        long end = System.nanoTime() + DRAIN.toNanos();
        while (working.get() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        sockets.values().parallelStream().forEach(socket -> socket.close(CloseStatus.GOING_AWAY));
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The last phase to start, and so the first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

package fr.gercor.faq.chat;

import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.Conversations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.web.socket.CloseStatus;

/** The open lines of this node: kept alive, counted, and found by their conversation. */
final class ChatSockets implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(1);

    private final int most;
    private final Duration silence;
    private final Duration pingEvery;
    private final Conversations conversations;
    private final Map<ChatSocket, Long> pingedAt = new ConcurrentHashMap<>();
    private final Map<UUID, Set<ChatSocket>> ofConversation = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sockets").factory());

    /**
     * @param most lines at a time
     * @param silence a client answers pings by itself: after so long without a sign it is gone, or pretends to be
     */
    ChatSockets(int most, Duration silence, Conversations conversations) {
        this.most = most;
        this.silence = silence;
        // Twice before the time is up, for one may be lost.
        this.pingEvery = silence.multipliedBy(2).dividedBy(5);
        this.conversations = conversations;
        heart.scheduleAtFixedRate(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isFull() {
        return pingedAt.size() >= most;
    }

    int count() {
        return pingedAt.size();
    }

    void add(ChatSocket socket) {
        pingedAt.put(socket, System.nanoTime());
    }

    /** From now on a line is told of the turns of its conversation. */
    void opened(ChatSocket socket, Conversation conversation) {
        ofConversation
                .computeIfAbsent(conversation.id(), id -> ConcurrentHashMap.newKeySet())
                .add(socket);
        if (!pingedAt.containsKey(socket)) {
            remove(socket);
        }
    }

    void remove(ChatSocket socket) {
        pingedAt.remove(socket);
        socket.conversation()
                .ifPresent(conversation -> ofConversation.computeIfPresent(conversation.id(), (id, sockets) -> {
                    sockets.remove(socket);
                    return sockets.isEmpty() ? null : sockets;
                }));
    }

    Set<ChatSocket> of(UUID conversation) {
        return Set.copyOf(ofConversation.getOrDefault(conversation, Set.of()));
    }

    List<ChatSocket> all() {
        return List.copyOf(pingedAt.keySet());
    }

    /** Runs something later, off the thread that times it. */
    void after(Duration time, Runnable task) {
        heart.schedule(() -> Thread.startVirtualThread(task), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs something again and again, off the thread that times it. */
    void every(Duration time, Runnable task) {
        heart.scheduleWithFixedDelay(
                () -> Thread.startVirtualThread(task), time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        long now = System.nanoTime();
        pingedAt.forEach((socket, pinged) -> {
            if (!socket.isOpen()) {
                remove(socket);
            } else if (socket.silence().compareTo(silence) > 0) {
                remove(socket);
                Thread.startVirtualThread(() -> socket.close(CloseStatus.SESSION_NOT_RELIABLE));
            } else if (now - pinged >= pingEvery.toNanos()) {
                pingedAt.replace(socket, now);
                socket.conversation().ifPresent(conversations::touch);
                Thread.startVirtualThread(socket::ping);
            }
        });
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}

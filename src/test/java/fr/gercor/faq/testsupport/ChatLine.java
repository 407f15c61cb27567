package fr.gercor.faq.testsupport;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A socket of a client, with the frames it was sent. */
public final class ChatLine implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private volatile String reason = "";
    private final HttpClient client;
    private final WebSocket socket;

    private ChatLine(HttpClient client, URI address, String origin, String cookie) {
        this.client = client;
        WebSocket.Builder line = client.newWebSocketBuilder().header("Origin", origin);
        if (!cookie.isEmpty()) {
            line.header("Cookie", cookie);
        }
        socket = line.buildAsync(address, new Listener()).join();
    }

    /** Connects to {@code /ws} as a page of {@code origin} does; nothing is said yet. */
    public static ChatLine connect(RunningService service, String origin) {
        return connect(service, origin, "");
    }

    /** The same from a browser that holds a cookie: {@code name=value}. */
    public static ChatLine connect(RunningService service, String origin, String cookie) {
        URI address = URI.create("ws://localhost:" + service.port() + "/ws");
        return new ChatLine(HttpClient.newHttpClient(), address, origin, cookie);
    }

    /** Sends a frame, written with single quotes for double ones. */
    public void send(String frame, Object... values) {
        sendText(frame.formatted(values).replace('\'', '"'));
    }

    /** Sends a frame as it is. */
    public void sendText(String frame) {
        socket.sendText(frame, true).join();
    }

    /** The next frame but those that only say that a reply takes a while. */
    public JsonNode next() {
        try {
            JsonNode frame = frames.poll(10, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("No frame came in ten seconds");
            }
            return frame.path("type").asString().equals("thinking") ? next() : frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whether nothing comes in half a second. */
    public boolean isSilent() {
        try {
            return frames.poll(500, TimeUnit.MILLISECONDS) == null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The code with which the service closes the socket. */
    public int closingCode(Duration within) {
        return closed.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** What the service says of it; empty before the socket is closed. */
    public String closingReason() {
        return reason;
    }

    /** Loses the socket without a word, as a train in a tunnel does. */
    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String why) {
            reason = why;
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}

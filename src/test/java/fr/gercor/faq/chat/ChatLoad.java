package fr.gercor.faq.chat;

import fr.gercor.faq.testsupport.RunningService;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Measures the service with many patients connected, some of whom ask: {@code main SOCKETS QUESTIONS_A_SECOND SECONDS}. The
 * generator shares the cores and the heap with the service, so what it prints is an upper bound.
 */
final class ChatLoad {

    private static final List<String> QUESTIONS =
            List.of("Qu'est-ce que l'immunothérapie ?", "la fatigue", "bonjour", "que faire si je suis fatigué ?");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Long> askedAt = new ConcurrentHashMap<>();
    private final Queue<Long> micros = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    private ChatLoad() {}

    public static void main(String... args) throws Exception {
        int sockets = Integer.parseInt(args[0]);
        int rate = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        Path data = Files.createTempDirectory("faq-load");
        try (RunningService service = RunningService.tiny(data)) {
            new ChatLoad().run(service, sockets, rate, seconds);
        }
    }

    private void run(RunningService service, int sockets, int rate, int seconds) {
        List<WebSocket> lines = new ArrayList<>();
        for (int i = 0; i < sockets; i++) {
            lines.add(connect(service));
        }
        ask(lines, rate, 5, "warm");
        micros.clear();
        ask(lines, rate, seconds, "asked");
        List<Long> sorted = micros.stream().sorted().toList();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                "%d sockets, %d questions at %d a second: median %.1f ms, p99 %.1f ms, worst %.1f ms; "
                        + "%d unanswered, %d wrong; heap %d MB%n",
                sockets,
                sorted.size(),
                rate,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1),
                askedAt.size(),
                wrong.size(),
                heap >> 20);
        lines.forEach(WebSocket::abort);
        http.shutdownNow();
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()))) / 1_000.0;
    }

    private WebSocket connect(RunningService service) {
        ChatClient client = ChatClient.begin(service);
        WebSocket line = http.newWebSocketBuilder()
                .header("Origin", service.origin())
                .buildAsync(URI.create("ws://localhost:" + service.port() + "/ws"), new Ear())
                .join();
        line.sendText(
                        ChatClient.JSON.writeValueAsString(
                                Map.of("type", "open", "conversation", client.id(), "token", client.token())),
                        true)
                .join();
        return line;
    }

    private void ask(List<WebSocket> lines, int rate, int seconds, String name) {
        long start = System.nanoTime();
        int count = rate * seconds;
        for (int i = 0; i < count; i++) {
            long due = start + i * Duration.ofSeconds(1).toNanos() / rate;
            LockSupport.parkNanos(due - System.nanoTime());
            String id = name + "-" + i;
            // From when it was due, so that a generator held up by the service shows.
            askedAt.put(id, due);
            lines.get(i % lines.size())
                    .sendText(
                            ChatClient.JSON.writeValueAsString(
                                    Map.of("type", "message", "id", id, "text", QUESTIONS.get(i % QUESTIONS.size()))),
                            true)
                    .join();
        }
        for (int waited = 0; waited < 100 && !askedAt.isEmpty(); waited++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                hear(ChatClient.JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void hear(JsonNode frame) {
            if (frame.path("type").asString().equals("thinking")) {
                return;
            }
            Long asked = askedAt.remove(frame.path("clientId").asString(""));
            if (asked == null || !frame.path("type").asString().equals("turn")) {
                wrong.add(frame.path("type").asString());
            } else {
                micros.add((System.nanoTime() - asked) / 1_000);
            }
        }
    }
}

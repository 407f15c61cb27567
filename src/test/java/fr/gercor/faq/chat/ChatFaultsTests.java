package fr.gercor.faq.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.testsupport.ChatLine;
import fr.gercor.faq.testsupport.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole program stopped under load, full, and among clients that don't behave. */
class ChatFaultsTests {

    /** The bar is 150 ms at the 99th percentile; a machine that runs the other tests meanwhile is allowed more. */
    private static final Duration UNDISTURBED = Duration.ofSeconds(3);

    private static final Duration SOON = Duration.ofSeconds(9);

    @TempDir
    private Path data;

    @Test
    void leavesWithEveryQuestionAnsweredOrResent() {
        List<Patient> patients;
        long leaving;
        try (RunningService service = RunningService.tiny(data)) {
            patients = IntStream.range(0, 20)
                    .mapToObj(i -> new Patient(ChatClient.begin(service)))
                    .toList();
            patients.forEach(Patient::talks);
            pause(Duration.ofMillis(1_500));
            leaving = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - leaving)).isLessThan(Duration.ofSeconds(15));
        for (Patient patient : patients) {
            assertThat(patient.line.closingCode(SOON)).isEqualTo(1001);
            patient.line.close();
            patient.talking.join();
            assertThat(patient.heard).isNotEmpty();
        }

        try (RunningService service = RunningService.tiny(data)) {
            for (Patient patient : patients) {
                patient.resumesAt(service);
                List<String> kept = StreamSupport.stream(patient.client.turns(0).spliterator(), false)
                        .map(Patient::place)
                        .toList();
                assertThat(patient.heard).isEqualTo(kept).hasSize(patient.sent);
            }
        }
    }

    /** Says something, waits for the answer, says the next thing. */
    private static final class Patient {

        private ChatClient client;
        private final ChatLine line;
        private CompletableFuture<Void> talking = CompletableFuture.completedFuture(null);
        private final List<String> heard = new ArrayList<>();
        private volatile int sent;

        Patient(ChatClient client) {
            this.client = client;
            line = client.line(0);
        }

        void talks() {
            talking = CompletableFuture.runAsync(
                    () -> {
                        try {
                            while (true) {
                                sent++;
                                say(line);
                                hear(line.next());
                            }
                        } catch (AssertionError | RuntimeException gone) {
                            // The line was closed; the last message may have had no answer.
                        }
                    },
                    Thread::startVirtualThread);
        }

        private void say(ChatLine on) {
            on.send("{'type':'message','id':'m-%d','text':'bonjour'}", sent);
        }

        private void hear(JsonNode turn) {
            assertThat(turn.path("type").asString()).isEqualTo("turn");
            heard.add(place(turn));
        }

        static String place(JsonNode turn) {
            return turn.path("seq").asLong() + " " + turn.path("clientId").asString();
        }

        void resumesAt(RunningService service) {
            client = client.at(service);
            try (ChatLine again = client.line(heard.size())) {
                if (!heard.getLast().endsWith(" m-" + sent)) {
                    say(again);
                    hear(again.next());
                }
            }
        }
    }

    @Test
    void standsClientsThatReadNothing() throws Exception {
        try (RunningService service = RunningService.tiny(data, "--faq.limits.sockets=24", "--faq.limits.silence=4s")) {
            ChatClient talkative = ChatClient.begin(service);
            talkative.say("m-1", "Qu'est-ce que l'immunothérapie ?");
            lengthen(service.part(JdbcClient.class), talkative.id());
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                slow.add(deaf(talkative));
            }
            ChatClient patient = ChatClient.begin(service);
            try (ChatLine line = patient.line(0)) {
                List<Duration> times = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    times.add(timeToAnswer(line, "m-" + i));
                    assertThat(timeOfHealth(patient)).isLessThan(UNDISTURBED);
                    pause(Duration.ofMillis(30));
                }
                times.sort(Duration::compareTo);
                assertThat(times.get(times.size() * 9 / 10)).isLessThan(Duration.ofMillis(300));
                for (Socket socket : slow) {
                    assertThat(isEnded(socket)).isTrue();
                }
            }
        }
    }

    @Test
    void sendsWhoeverIsTooManyAwayPolitely() {
        try (RunningService service = RunningService.tiny(data, "--faq.limits.sockets=8")) {
            ChatClient patient = ChatClient.begin(service);
            List<ChatLine> lines = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                lines.add(patient.line(0));
            }

            for (int i = 0; i < 20; i++) {
                HttpResponse<?> refused = refusal(service);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
                assertThat(timeOfHealth(patient)).isLessThan(Duration.ofMillis(500));
            }
            assertThat(timeToAnswer(lines.getFirst(), "m-1")).isLessThan(Duration.ofSeconds(2));
            lines.forEach(ChatLine::close);
        }
    }

    @Test
    void closesTheLineOfWhoeverSendsTooMuchOrNothing() {
        try (RunningService service =
                RunningService.tiny(data, "--faq.limits.enabled=true", "--faq.limits.opening=4s")) {
            ChatClient flooding = ChatClient.begin(service);
            ChatClient other = ChatClient.begin(service);
            try (ChatLine flood = flooding.line(0);
                    ChatLine large = flooding.line(0);
                    ChatLine patient = other.line(0);
                    ChatLine mute = ChatLine.connect(service, service.origin())) {
                large.send("{'type':'message','id':'m-1','text':'%s'}", "a".repeat(17_000));
                CompletableFuture<Void> flooded = CompletableFuture.runAsync(
                        () -> {
                            try {
                                for (int i = 0; i < 1_000; i++) {
                                    flood.send("{'type':'message','id':'f-%d','text':'bonjour'}", i);
                                }
                            } catch (CompletionException closed) {
                                // As it should be.
                            }
                        },
                        Thread::startVirtualThread);
                for (int i = 0; i < 10; i++) {
                    assertThat(timeToAnswer(patient, "m-" + i)).isLessThan(UNDISTURBED);
                }

                flooded.join();
                assertThat(flood.closingCode(SOON)).isEqualTo(4429);
                assertThat(large.closingCode(SOON)).isEqualTo(1009);
                assertThat(mute.closingCode(SOON)).isEqualTo(4408);
            }
        }
    }

    private static Duration timeToAnswer(ChatLine line, String clientId) {
        long start = System.nanoTime();
        line.send("{'type':'message','id':'%s','text':'bonjour'}", clientId);
        assertThat(line.next().path("clientId").asString()).isEqualTo(clientId);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration timeOfHealth(ChatClient client) {
        long start = System.nanoTime();
        assertThat(client.call("GET", "/actuator/health/liveness", "").statusCode())
                .isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static HttpResponse<?> refusal(RunningService service) {
        try {
            ChatLine.connect(service, service.origin()).close();
            throw new AssertionError("A line more was let in");
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Some 6 MB of turns: more than the buffers of a line take. */
    private static void lengthen(JdbcClient jdbc, String conversation) {
        jdbc.sql("""
                        insert into turn (conversation_id, seq, reply_id, text, reply, outcome, confidence, lang,
                            content_version, micros, at)
                        select conversation_id, x, reply_id || x, text, reply, outcome, confidence, lang,
                            content_version, micros, at
                        from turn, system_range(2, 3000) where conversation_id = :id""").param("id", UUID.fromString(conversation)).update();
        jdbc.sql("update conversation set next_seq = 3001 where id = :id")
                .param("id", UUID.fromString(conversation))
                .update();
    }

    /** A line that reads nothing and answers no ping. */
    private static Socket deaf(ChatClient client) throws IOException {
        int port = client.service().port();
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", port));
        socket.getOutputStream()
                .write(("GET /ws HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:" + port
                                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        byte[] open = ("{\"type\":\"open\",\"conversation\":\"" + client.id() + "\",\"token\":\"" + client.token()
                        + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        // A text frame masked with zeros.
        socket.getOutputStream().write(new byte[] {
            (byte) 0x81, (byte) (0x80 | 126), (byte) (open.length >> 8), (byte) open.length, 0, 0, 0, 0
        });
        socket.getOutputStream().write(open);
        return socket;
    }

    private static boolean isEnded(Socket socket) throws IOException {
        socket.setSoTimeout(12_000);
        try (InputStream in = socket.getInputStream()) {
            byte[] buffer = new byte[64 * 1024];
            while (in.read(buffer) >= 0) {
                // What was on its way when the line was cut.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}

package fr.gercor.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import fr.gercor.faq.security.People;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.Visitor;
import fr.gercor.faq.testsupport.ChatLine;
import fr.gercor.faq.testsupport.RunningService;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program, started once, over real sockets. */
class WholeStartTests {

    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final String QUESTION = "Qu'est-ce que l'immunothérapie ?";
    private static final String PAGE = "grand-public/traitements/immunotherapie";
    private static final Duration SOON = Duration.ofSeconds(9);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path data;

    private static RunningService service;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        service = RunningService.tiny(data);
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    /** A conversation that has been opened. */
    private record Opened(String id, String token, JsonNode greeting) {}

    @Test
    void greetsAndAnswers() {
        Opened talk = open();
        assertThat(talk.greeting().path("outcome").asString()).isEqualTo("small_talk");

        HttpResponse<String> answer = say(talk, "m1", QUESTION);

        JsonNode reply = json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(reply.path("outcome").asString()).isEqualTo("answer");
        assertThat(reply.path("passages").path(0).path("page").asString()).isEqualTo(PAGE);
        assertThat(reply.path("urgency").isNull()).isTrue();
    }

    @Test
    void answersTheSameMessageOnce() {
        Opened talk = open();
        String reply = say(talk, "m1", QUESTION).body();

        assertThat(say(talk, "m1", QUESTION).body()).isEqualTo(reply);
        assertThat(countOf(talk, "m1")).isEqualTo(1);
        HttpResponse<String> other = say(talk, "m1", "la fatigue");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void tellsAWrongTokenFromAnUnknownConversationByNothing() {
        Opened talk = open();
        Opened wrong = new Opened(talk.id(), "A".repeat(talk.token().length()), talk.greeting());
        Opened unknown = new Opened(UUID.randomUUID().toString(), talk.token(), talk.greeting());
        Opened nonsense = new Opened("nonsense", "", talk.greeting());

        HttpResponse<String> one = say(wrong, "m1", QUESTION);
        HttpResponse<String> two = say(unknown, "m1", QUESTION);
        HttpResponse<String> three = say(nonsense, "m1", QUESTION);

        assertThat(one.statusCode()).isEqualTo(404);
        assertThat(two.statusCode()).isEqualTo(404);
        assertThat(three.statusCode()).isEqualTo(404);
        assertThat(one.body().replace(wrong.id(), "")).isEqualTo(two.body().replace(unknown.id(), ""));
        assertThat(three.body().replace("nonsense", "")).isEqualTo(two.body().replace(unknown.id(), ""));
    }

    @Test
    void refusesWhatItCannotRead() {
        Opened talk = open();

        assertThat(say(talk, "m1", "a".repeat(2_001)).statusCode()).isEqualTo(413);
        assertThat(say(talk, "m1", "a".repeat(2_000)).statusCode()).isEqualTo(200);
        JsonNode empty = json(say(talk, "m2", " "));
        assertThat(empty.path("status").asInt()).isEqualTo(400);
        assertThat(empty.path("field").asString()).isEqualTo("text");
        assertThat(json(post(CONVERSATIONS + "/" + talk.id() + "/messages", talk.token(), "{\"text\":\"a\"}"))
                        .path("field")
                        .asString())
                .isEqualTo("id");
        assertThat(post(CONVERSATIONS + "/" + talk.id() + "/messages", talk.token(), "{")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void keepsNothingOfWhatIsAskedWithoutAConversation() {
        JsonNode reply = json(post(
                "/api/v1/ask",
                "",
                "{\"question\":\"et ça dure combien de temps ?\"," + "\"context\":[{\"text\":\"" + QUESTION + "\"}]}"));

        assertThat(reply.path("passages").path(0).path("page").asString()).isEqualTo(PAGE);
        assertThat(reply.has("explanation")).isFalse();
    }

    @Test
    void answersByTheSocketAndTellsBothDoorsOfEveryTurn() {
        Opened talk = open();
        try (ChatLine line = ChatLine.connect(service, service.origin())) {
            line.send("{'type':'open','conversation':'%s','token':'%s','after':0}", talk.id(), talk.token());
            line.send("{'type':'message','id':'w1','text':'la fatigue'}");
            JsonNode turn = line.next();
            assertThat(turn.path("type").asString()).isEqualTo("turn");
            assertThat(turn.path("clientId").asString()).isEqualTo("w1");

            say(talk, "r1", QUESTION);
            JsonNode other = line.next();
            assertThat(other.path("clientId").asString()).isEqualTo("r1");
            assertThat(other.path("seq").asLong()).isEqualTo(turn.path("seq").asLong() + 1);
        }
    }

    @Test
    void leavesNoFrameWithoutAnAnswer() {
        Opened talk = open();
        try (ChatLine line = ChatLine.connect(service, service.origin())) {
            line.send("{'type':'message','id':'w1','text':'la fatigue'}");
            assertThat(line.next().path("problem").path("status").asInt()).isEqualTo(400);
            line.send("{'type':'open','conversation':'%s','token':'%s','after':0}", talk.id(), talk.token());
            line.send("{'type':'message','id':'w2'}");
            assertThat(line.next().path("clientId").asString()).isEqualTo("w2");
            line.send("nonsense");
            assertThat(line.next().path("type").asString()).isEqualTo("problem");
        }
    }

    @Test
    void resumesAfterALostSocketWithWhatWasMissed() {
        Opened talk = open();
        long seen;
        try (ChatLine line = ChatLine.connect(service, service.origin())) {
            line.send("{'type':'open','conversation':'%s','token':'%s','after':0}", talk.id(), talk.token());
            line.send("{'type':'message','id':'w1','text':'la fatigue'}");
            seen = line.next().path("seq").asLong();
        }
        say(talk, "r1", QUESTION);

        try (ChatLine line = ChatLine.connect(service, service.origin())) {
            line.send("{'type':'open','conversation':'%s','token':'%s','after':%d}", talk.id(), talk.token(), seen);
            JsonNode missed = line.next();
            assertThat(missed.path("seq").asLong()).isEqualTo(seen + 1);
            assertThat(missed.path("clientId").asString()).isEqualTo("r1");
            assertThat(line.isSilent()).isTrue();
        }
    }

    @Test
    void closesASocketThatOpensNothing() {
        try (ChatLine line = ChatLine.connect(service, service.origin())) {
            assertThat(line.closingCode(SOON)).isEqualTo(4408);
        }
    }

    @Test
    void closesASocketWithAWrongToken() {
        try (ChatLine line = ChatLine.connect(service, service.origin())) {
            line.send("{'type':'open','conversation':'%s','token':'wrong','after':0}", open().id());

            assertThat(line.closingCode(SOON)).isEqualTo(1008);
        }
    }

    @Test
    void letsNoPageOfAnotherOriginIn() {
        assertThatException().isThrownBy(() -> ChatLine.connect(service, "https://example.org")
                .close());
    }

    @Test
    void erasesAConversation() {
        Opened talk = open();
        say(talk, "m1", QUESTION);
        try (ChatLine line = ChatLine.connect(service, service.origin())) {
            line.send("{'type':'open','conversation':'%s','token':'%s','after':0}", talk.id(), talk.token());
            line.next();

            HttpResponse<String> erased =
                    send(request(CONVERSATIONS + "/" + talk.id(), talk.token()).DELETE());

            assertThat(erased.statusCode()).isEqualTo(204);
            assertThat(line.closingCode(SOON)).isEqualTo(1008);
        }
        assertThat(say(talk, "m2", QUESTION).statusCode()).isEqualTo(404);
    }

    @Test
    void goesOnAfterARestartAndClosesSocketsWithAWord(@TempDir Path own) {
        Opened talk;
        long seq;
        RunningService first = RunningService.tiny(own);
        try (first;
                ChatLine line = ChatLine.connect(first, first.origin())) {
            talk = opened(send(HttpRequest.newBuilder(first.at(CONVERSATIONS))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"keep\":true}"))));
            line.send("{'type':'open','conversation':'%s','token':'%s','after':0}", talk.id(), talk.token());
            line.send("{'type':'message','id':'w1','text':'la fatigue'}");
            seq = line.next().path("seq").asLong();

            first.close();

            assertThat(line.closingCode(SOON)).isEqualTo(1001);
        }
        try (RunningService second = RunningService.tiny(own);
                ChatLine line = ChatLine.connect(second, second.origin())) {
            line.send("{'type':'open','conversation':'%s','token':'%s','after':0}", talk.id(), talk.token());
            assertThat(line.next().path("clientId").asString()).isEqualTo("w1");
            line.send("{'type':'message','id':'w1','text':'la fatigue'}");
            assertThat(line.next().path("seq").asLong()).isEqualTo(seq);
        }
    }

    @Test
    void answersForProfessionalPagesAsForUnknownOnes() {
        HttpResponse<String> professional = get("/professionnels/protocoles-gercor/folfox");
        HttpResponse<String> unknown = get("/professionnels/protocoles-gercor/nowhere");

        assertThat(professional.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(undated(professional).replace("folfox", "nowhere")).isEqualTo(undated(unknown));
        assertThat(get("/" + PAGE).statusCode()).isEqualTo(200);
    }

    private static String undated(HttpResponse<String> response) {
        return response.body().replaceAll("\"timestamp\":\"[^\"]*\",", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/" + PAGE,
                "/nulle-part",
                "/recherche?q=fatigue",
                "/api/v1/conversations",
                "/widget/gercor-chat.js",
                "/actuator/health"
            })
    void tellsTheBrowserWhatItMayDo(String path) {
        var headers = get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "X-Frame-Options", "DENY",
                        "Referrer-Policy", "same-origin")
                .forEach((name, value) ->
                        assertThat(headers.firstValue(name)).as(name).hasValue(value));
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void knowsAClinicianOnThePagesForProfessionalsAndNobodyElse() {
        People people = new People(service.context());
        try (Visitor clinician = people.signedIn(Role.CLINICIAN);
                Visitor staff = people.signedIn(Role.STAFF)) {
            String page = "/professionnels/protocoles-gercor/folfox";
            assertThat(clinician.get(page).statusCode()).isEqualTo(200);
            assertThat(staff.get(page).statusCode()).isEqualTo(404);
            assertThat(clinician.submit("/compte", "/deconnexion").statusCode()).isEqualTo(302);
            assertThat(clinician.get(page).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void letsThePanelBeFramedByItselfAlone() {
        var headers = get("/widget/panel.html").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).endsWith("frame-ancestors 'self'");
        assertThat(headers.firstValue("X-Frame-Options")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/health"})
    void isUp(String path) {
        HttpResponse<String> health = get(path);

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(json(health).path("status").asString()).isEqualTo("UP");
    }

    @Test
    void tellsMetricsAndItsContract() {
        assertThat(get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(get("/v3/api-docs").body()).contains(CONVERSATIONS);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private static Opened open() {
        return opened(post(CONVERSATIONS, "", "{\"keep\":true}"));
    }

    private static Opened opened(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(201);
        JsonNode body = json(response);
        return new Opened(body.path("id").asString(), body.path("token").asString(), body.path("reply"));
    }

    private static HttpResponse<String> say(Opened talk, String id, String text) {
        return post(
                CONVERSATIONS + "/" + talk.id() + "/messages",
                talk.token(),
                JSON.writeValueAsString(Map.of("id", id, "text", text)));
    }

    private static JsonNode turns(Opened talk, long after) {
        return json(send(request(CONVERSATIONS + "/" + talk.id() + "/messages?after=" + after, talk.token())
                .GET()));
    }

    private static int countOf(Opened talk, String clientId) {
        int count = 0;
        for (JsonNode turn : turns(talk, 0).path("turns")) {
            count += turn.path("clientId").asString("").equals(clientId) ? 1 : 0;
        }
        return count;
    }

    private static HttpResponse<String> get(String path) {
        return send(request(path, "").GET());
    }

    private static HttpResponse<String> post(String path, String token, String body) {
        return send(request(path, token).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.at(path)).header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}

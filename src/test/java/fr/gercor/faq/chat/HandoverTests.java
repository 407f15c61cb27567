package fr.gercor.faq.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.escalation.Clinician;
import fr.gercor.faq.escalation.EscalatedQuestion;
import fr.gercor.faq.escalation.Escalations;
import fr.gercor.faq.escalation.Taking;
import fr.gercor.faq.testsupport.ChatLine;
import fr.gercor.faq.testsupport.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The doors to professionals, over the whole program. */
class HandoverTests {

    private static final Clinician ANNE = new Clinician("anne", "Anne Martin", "oncologue");

    @TempDir
    private static Path data;

    private static RunningService service;

    private ChatClient client;

    @BeforeAll
    static void start() {
        service = RunningService.tiny(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void begin() {
        client = ChatClient.begin(service);
        Escalations escalations = service.part(Escalations.class);
        escalations.open().forEach(question -> escalations.erase(question.conversation()));
    }

    @Test
    void givesFourWordsAndADelayAndTheSameAgain() {
        String reply = ask();

        HttpResponse<String> first = handOver("{\"messageId\": \"" + reply + "\", \"email\": null}");
        HttpResponse<String> again = handOver("{\"messageId\": \"m-1\"}");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        JsonNode receipt = json(first);
        assertThat(receipt.propertyNames()).containsExactlyInAnyOrder("code", "delay");
        assertThat(receipt.get("code").asString().split(" ")).hasSize(4);
        assertThat(receipt.get("delay").asString()).contains("deux jours ouvrés");
        assertThat(json(again)).isEqualTo(receipt);
    }

    @Test
    void readsTheStateAndThenTheAnswerByTheCode() {
        String code =
                json(handOver("{\"messageId\": \"" + ask() + "\"}")).get("code").asString();
        String path = "/api/v1/handovers/" + code.replace(" ", "%20");

        HttpResponse<String> waiting = client.call("GET", path, "");
        assertThat(waiting.statusCode()).as(waiting.body()).isEqualTo(200);
        assertThat(json(waiting).get("state").asString()).isEqualTo("waiting");
        assertThat(json(waiting).get("reply").isNull()).isTrue();
        answer();

        JsonNode answered = json(client.call("GET", path, ""));
        assertThat(answered.get("state").asString()).isEqualTo("answered");
        assertThat(answered.get("reply").get("outcome").asString()).isEqualTo("professional_answer");
        assertThat(answered.get("reply").get("author").get("role").asString()).isEqualTo("oncologue");
    }

    @Test
    void bringsTheAnswerToTheOpenSocket() {
        String reply = ask();
        handOver("{\"messageId\": \"" + reply + "\"}");
        try (ChatLine line = client.line(1)) {
            answer();

            JsonNode turn = line.next();
            assertThat(turn.get("type").asString()).isEqualTo("turn");
            assertThat(turn.get("seq").asLong()).isEqualTo(2);
            assertThat(turn.has("clientId")).isFalse();
            assertThat(turn.has("text")).isFalse();
            assertThat(turn.get("reply").get("outcome").asString()).isEqualTo("professional_answer");
        }
        assertThat(client.turns(0)).hasSize(2);
    }

    @Test
    void erasesTheHandoverWithTheConversation() {
        String code = json(handOver("{\"messageId\": \"" + ask() + "\", \"email\": \"zoe@example.org\"}"))
                .get("code")
                .asString();

        assertThat(client.call("DELETE", client.path(""), "").statusCode()).isEqualTo(204);

        assertProblem(client.call("GET", "/api/v1/handovers/" + code.replace(" ", "%20"), ""), 404, null);
        assertThat(service.part(Escalations.class).open()).isEmpty();
    }

    @Test
    void tellsNobodyWhetherACodeIsUnknownOrNone() {
        HttpResponse<String> unknown = client.call("GET", "/api/v1/handovers/abeille%20table%20maison%20jardin", "");
        HttpResponse<String> none = client.call("GET", "/api/v1/handovers/x", "");

        assertProblem(unknown, 404, null);
        assertThat(json(none).get("detail")).isEqualTo(json(unknown).get("detail"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"messageId\": \"m-1\", \"email\": \"zoe\"}|400|email",
                "{\"messageId\": \"m-1\", \"email\": \"zoe@example.org\\r\\nBcc: a@b.fr\"}|400|email",
                "{\"messageId\": \"m-1\", \"email\": \"a@b.fr, c@d.fr\"}|400|email",
                "{\"messageId\": \"m-1\", \"email\": [1]}|400|email",
                "{}|400|messageId",
                "{\"messageId\": \"m-9\"}|404|",
            })
    void namesWhatIsAtFault(String body, int status, @Nullable String field) {
        ask();

        assertProblem(handOver(body), status, field);
    }

    @Test
    void opensForTheTokenAlone() {
        ask();
        ChatClient other = ChatClient.begin(service);

        assertProblem(
                client.call(
                        "POST",
                        client.path("/handover"),
                        "{\"messageId\": \"m-1\"}",
                        other.token(),
                        "application/json"),
                404,
                null);
    }

    @Test
    void carriesAQuestionToALogin() {
        String reply = ask();

        HttpResponse<String> carried = client.call("POST", client.path("/carry"), "{\"messageId\": \"" + reply + "\"}");

        assertThat(carried.statusCode()).isEqualTo(201);
        assertThat(json(carried).get("url").asString()).matches("/pro\\?reprise=[\\w-]{24}");
        assertProblem(client.call("POST", client.path("/carry"), "{\"messageId\": \"m-9\"}"), 404, null);
    }

    private String ask() {
        return json(client.say("m-1", "Quelles sont les doses du FOLFOX ?"))
                .get("id")
                .asString();
    }

    private HttpResponse<String> handOver(String body) {
        return client.call("POST", client.path("/handover"), body);
    }

    private static void answer() {
        Escalations escalations = service.part(Escalations.class);
        EscalatedQuestion taken = ((Taking.Taken) escalations.takeNext(ANNE)).question();
        escalations.answer(taken.id(), taken.version(), ANNE, "Voici.", List.of());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return ChatClient.JSON.readTree(response.body());
    }

    private static void assertProblem(HttpResponse<String> response, int status, @Nullable String field) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode named = json(response).get("field");
        assertThat(named == null ? null : named.asString()).isEqualTo(field);
    }
}

package fr.gercor.faq.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.testsupport.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The contract of the calls, over the whole program: every fault is told in problem details. */
class ApiTests {

    private static final String JSON = "application/json";

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
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": \"m-1\", \"text\": \"\"}|text",
                "{\"id\": \"m-1\", \"text\": \" \\n\"}|text",
                "{\"id\": \"m-1\"}|text",
                "{\"text\": \"bonjour\"}|id",
                "{\"id\": \"\", \"text\": \"bonjour\"}|id",
                "{\"id\": \"m-1\", \"text\": [1]}|text",
                "{\"id\": \"m-1\", \"text\": {\"a\": 1}}|text",
                "{\"id\": \"m-1\", \"text\": \"a\", \"choice\": \"b\"}|choice",
                "{\"id\": \"m-1\", \"choice\": \"\"}|choice",
                "{\"id\": \"m-1\", \"text\": |body",
                "bonjour|body",
            })
    void namesTheFieldAtFault(String body, String field) {
        assertProblem(client.call("POST", client.path("/messages"), body), 400, field);
    }

    @Test
    void namesTheFieldOfAnAddress() {
        assertProblem(client.call("GET", client.path("/messages?after=abc"), ""), 400, "after");
        assertProblem(client.call("GET", client.path("/messages?after=-1"), ""), 400, "after");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertProblem(client.say("m-1", "é".repeat(2_001)), 413, "text");
        assertThat(client.say("m-1", "🌻".repeat(1_000)).statusCode()).isEqualTo(200);
        assertProblem(client.say("m-2", "x".repeat(600_000)), 413, null);
    }

    @Test
    void tellsNobodyWhetherAnIdOrATokenIsWrong() {
        String path = "/api/v1/conversations/" + UUID.randomUUID() + "/messages";
        HttpResponse<String> unknown = client.call("GET", path, "");
        HttpResponse<String> wrongToken = client.call("GET", client.path("/messages"), "", "wrong", JSON);
        HttpResponse<String> noToken = client.call("GET", client.path("/messages"), "", "", JSON);
        HttpResponse<String> noId = client.call("GET", "/api/v1/conversations/none/messages", "");

        assertProblem(unknown, 404, null);
        assertThat(nameless(wrongToken)).isEqualTo(nameless(unknown));
        assertThat(nameless(noToken)).isEqualTo(nameless(unknown));
        assertThat(nameless(noId)).isEqualTo(nameless(unknown));
        ChatClient other = ChatClient.begin(service);
        assertProblem(client.call("GET", client.path("/messages"), "", other.token(), JSON), 404, null);
        assertProblem(client.call("DELETE", client.path(""), "", other.token(), JSON), 404, null);
    }

    @Test
    void takesFeedbackOnRepliesOfTheConversationOnly() {
        String reply = ChatClient.JSON
                .readTree(client.say("m-1", "bonjour").body())
                .get("id")
                .asString();
        ChatClient other = ChatClient.begin(service);

        assertThat(client.call("PUT", client.path("/messages/" + reply + "/feedback"), "{\"value\": \"up\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.call(
                                "PUT",
                                client.path("/messages/" + reply + "/feedback"),
                                "{\"value\": \"down\", \"reason\": \"unclear\", \"comment\": \"pas clair\"}")
                        .statusCode())
                .isEqualTo(204);
        assertProblem(
                client.call("PUT", client.path("/messages/" + reply + "/feedback"), "{\"value\": \"so\"}"),
                400,
                "value");
        assertProblem(client.call("PUT", client.path("/messages/" + reply + "/feedback"), "{}"), 400, "value");
        assertProblem(
                client.call(
                        "PUT",
                        client.path("/messages/" + reply + "/feedback"),
                        "{\"value\": \"up\", \"reason\": \"" + "a".repeat(65) + "\"}"),
                400,
                "reason");
        assertProblem(
                client.call(
                        "PUT",
                        client.path("/messages/" + reply + "/feedback"),
                        "{\"value\": \"up\", \"comment\": \"" + "a".repeat(2_001) + "\"}"),
                413,
                "comment");
        assertProblem(client.call("PUT", client.path("/messages/none/feedback"), "{\"value\": \"up\"}"), 404, null);
        assertProblem(
                other.call("PUT", other.path("/messages/" + reply + "/feedback"), "{\"value\": \"up\"}"), 404, null);
    }

    @Test
    void answersASingleQuestionInItsContext() {
        HttpResponse<String> answered = client.call(
                "POST",
                "/api/v1/ask",
                "{\"question\": \"et ça dure combien de temps ?\", \"context\": [{\"text\": \""
                        + "Qu'est-ce que l'immunothérapie ?" + "\"}]}");

        assertThat(answered.statusCode()).isEqualTo(200);
        JsonNode reply = ChatClient.JSON.readTree(answered.body());
        assertThat(reply.at("/passages/0/anchor").asString()).isEqualTo("duree");
        assertThat(reply.has("explanation")).isFalse();
        assertProblem(client.call("POST", "/api/v1/ask", "{}"), 400, "question");
        assertProblem(
                client.call("POST", "/api/v1/ask", "{\"question\": \"" + "é".repeat(2_001) + "\"}"), 413, "question");
        assertProblem(client.call("POST", "/api/v1/ask", "{\"question\": \"a\", \"context\": [null]}"), 400, "context");
    }

    @Test
    void explainsToStaffOnly() {
        assertProblem(client.call("POST", "/api/v1/ask?explain=true", "{\"question\": \"bonjour\"}"), 401, null);
    }

    @Test
    void speaksProblemDetailsOfEveryFault() {
        assertProblem(client.call("GET", "/api/v1/nothing", ""), 404, null);
        assertProblem(client.call("GET", "/api/v1/ask", ""), 405, null);
        assertProblem(client.call("GET", "/api/v1//ask", ""), 400, null);
        assertProblem(client.call("POST", client.path("/messages"), ""), 400, "body");
        assertProblem(client.call("POST", "/api/v1/ask", "bonjour", "", "text/plain"), 415, null);
    }

    /** Without the path that was asked for, which holds the id. */
    private static String nameless(HttpResponse<String> response) {
        return response.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static void assertProblem(HttpResponse<String> response, int status, @Nullable String field) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = ChatClient.JSON.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("field") == null ? null : problem.get("field").asString())
                .isEqualTo(field);
    }
}

package fr.gercor.faq.chat;

import fr.gercor.faq.testsupport.ChatLine;
import fr.gercor.faq.testsupport.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of both doors with a conversation, as a patient's browser is one.
 *
 * @param id of its conversation
 */
record ChatClient(RunningService service, String id, String token) {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static ChatClient begin(RunningService service) {
        HttpResponse<String> opened =
                new ChatClient(service, "", "").call("POST", "/api/v1/conversations", "{\"keep\": true}");
        if (opened.statusCode() != 201) {
            throw new AssertionError(opened.statusCode() + " " + opened.body());
        }
        JsonNode body = JSON.readTree(opened.body());
        return new ChatClient(
                service, body.path("id").asString(), body.path("token").asString());
    }

    /** The same conversation on another node. */
    ChatClient at(RunningService other) {
        return new ChatClient(other, id, token);
    }

    HttpResponse<String> call(String method, String path, String body) {
        return call(method, path, body, token, "application/json");
    }

    HttpResponse<String> call(String method, String path, String body, String bearer, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.at(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> say(String clientId, String text) {
        return call("POST", path("/messages"), JSON.writeValueAsString(Map.of("id", clientId, "text", text)));
    }

    JsonNode turns(long after) {
        return JSON.readTree(call("GET", path("/messages?after=" + after), "").body())
                .path("turns");
    }

    String path(String rest) {
        return "/api/v1/conversations/" + id + rest;
    }

    /** A line that has opened the conversation. */
    ChatLine line(long after) {
        ChatLine line = ChatLine.connect(service, service.origin());
        line.send("{'type':'open','conversation':'%s','token':'%s','after':%d}", id, token, after);
        return line;
    }
}

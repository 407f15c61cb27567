package fr.gercor.faq.console;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.Feedback;
import fr.gercor.faq.conversation.Sent;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A laptop of somebody of the staff, over a real socket; and what patients did before. */
final class Desk implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port;
    private final String who;

    Desk(int port, String who) {
        this.port = port;
        this.who = who;
    }

    HttpResponse<String> get(String address) {
        return send(request(address).GET().build());
    }

    Document page(String address) {
        HttpResponse<String> response = get(address);
        if (response.statusCode() != 200) {
            throw new AssertionError(address + " answers " + response.statusCode() + ": " + response.body());
        }
        return Jsoup.parse(response.body(), "http://localhost:" + port + address);
    }

    /** Sends a form that stands on a page, with the page's own token. */
    HttpResponse<String> post(String page, String address, Map<String, String> fields) {
        String token = page(page).select("input[name=_csrf]").attr("value");
        String body = fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header(ReadingApplication.WHO, who);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A conversation of a patient who wrote this, message after message. */
    static UUID conversation(Conversations conversations, String... messages) {
        Conversation conversation =
                conversations.open(true, Audience.PUBLIC, Optional.empty()).conversation();
        for (String message : messages) {
            conversations.send(conversation, UUID.randomUUID().toString(), new Message.Text(message));
        }
        return conversation.id();
    }

    /** A conversation whose one reply the patient judged. */
    static UUID rated(Conversations conversations, String message, Feedback feedback) {
        Conversation conversation =
                conversations.open(true, Audience.PUBLIC, Optional.empty()).conversation();
        Sent sent = conversations.send(conversation, UUID.randomUUID().toString(), new Message.Text(message));
        conversations.rate(conversation, ((Sent.Taken) sent).turn().reply().id(), feedback);
        return conversation.id();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

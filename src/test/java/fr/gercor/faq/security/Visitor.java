package fr.gercor.faq.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without a screen: it keeps cookies, follows no redirect, and sends forms with what stands in them. */
public final class Visitor implements AutoCloseable {

    private final String origin;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Visitor(int port) {
        this("http://localhost:" + port);
    }

    Visitor(String origin) {
        this.origin = origin;
    }

    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(at(address)).header("Accept", "text/html"));
    }

    /**
     * Opens a page and sends its form of that action.
     *
     * @param fields names and values in turn, beside what the form holds already
     */
    public HttpResponse<String> submit(String page, String action, String... fields) {
        HttpResponse<String> form = get(page);
        Document document = Jsoup.parse(form.body());
        List<String> all = new ArrayList<>();
        var found = document.select("form[action='" + action + "']");
        if (found.isEmpty()) {
            throw new AssertionError("No form " + action + " on " + page + ": " + form.statusCode() + " "
                    + form.headers().firstValue("Location") + form.body());
        }
        found.first().select("input[type=hidden]").forEach(input -> {
            all.add(input.attr("name"));
            all.add(input.attr("value"));
        });
        all.addAll(List.of(fields));
        return post(action, all.toArray(String[]::new));
    }

    /** Sends a form that no page has given. */
    public HttpResponse<String> post(String address, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(at(address))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** The page that an answer leads to, without the origin; empty if to none. */
    public String target(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(location -> location.replace(origin, "").replaceAll(";.*", ""))
                .orElse("");
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    void forgetCookie(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    void takeCookie(HttpCookie cookie) {
        cookies.getCookieStore().add(URI.create(origin), cookie);
    }

    URI at(String address) {
        return URI.create(address.startsWith("http") ? address : origin + address);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

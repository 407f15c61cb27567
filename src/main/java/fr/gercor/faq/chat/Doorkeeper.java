package fr.gercor.faq.chat;

import fr.gercor.faq.security.SignedInSessions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import tools.jackson.databind.json.JsonMapper;

/** Lets a socket in: from our own pages only, while there is room, and while this node stays. */
final class Doorkeeper implements HandshakeInterceptor {

    private final ChatSockets sockets;
    private final Departure departure;
    private final RateLimits limits;
    private final SignedInSessions sessions;
    private final Optional<URI> publicUrl;
    private final JsonMapper json;

    Doorkeeper(
            ChatSockets sockets,
            Departure departure,
            RateLimits limits,
            SignedInSessions sessions,
            Optional<URI> publicUrl,
            JsonMapper json) {
        this.sockets = sockets;
        this.departure = departure;
        this.limits = limits;
        this.sessions = sessions;
        this.publicUrl = publicUrl;
        this.json = json;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        Optional<HttpServletRequest> asked = request instanceof ServletServerHttpRequest servlet
                ? Optional.of(servlet.getServletRequest())
                : Optional.empty();
        String address = asked.map(HttpServletRequest::getRemoteAddr).orElse("");
        try {
            if (!isOurOwn(request.getHeaders().getOrigin(), request.getURI())) {
                throw new ProblemException(Problem.FOREIGN);
            }
            if (departure.isLeaving() || sockets.isFull()) {
                throw ProblemException.until(Problem.FULL, ProblemAdvice.SOON);
            }
            limits.takeFrom(Limit.SOCKETS, address);
            attributes.put(ChatSocketHandler.ADDRESS, address);
            asked.flatMap(sessions::of).ifPresent(ticket -> attributes.put(ChatSocketHandler.TICKET, ticket));
            return true;
        } catch (ProblemException e) {
            refuse(response, e);
            return false;
        }
    }

    private void refuse(ServerHttpResponse response, ProblemException problem) throws IOException {
        response.setStatusCode(HttpStatusCode.valueOf(problem.detail().getStatus()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.retryAfterSeconds()
                .ifPresent(seconds -> response.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        response.getBody().write(json.writeValueAsBytes(problem.detail()));
    }

    private boolean isOurOwn(@Nullable String origin, URI asked) {
        if (origin == null) {
            return false;
        }
        try {
            URI from = URI.create(origin);
            return publicUrl.map(own -> isSame(own, from)).orElseGet(() -> isReachedAs(asked, from));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSame(URI own, URI from) {
        return isSameHost(own, from) && port(own) == port(from);
    }

    /** Behind a proxy that ends TLS the request comes to http while the page is at https: usual ports count as the same. */
    private static boolean isReachedAs(URI asked, URI from) {
        return isSameHost(asked, from) && (port(asked) == port(from) || (isUsual(asked) && isUsual(from)));
    }

    private static boolean isSameHost(URI one, URI other) {
        return one.getHost() != null && one.getHost().equalsIgnoreCase(other.getHost());
    }

    private static boolean isUsual(URI address) {
        return port(address) == usualPort(address);
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : usualPort(address);
    }

    private static int usualPort(URI address) {
        return "https".equals(address.getScheme()) || "wss".equals(address.getScheme()) ? 443 : 80;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {
        // Nothing is left to do once the socket is open.
    }
}

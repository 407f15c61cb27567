package fr.gercor.faq.chat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets a socket in: from our own pages only, and while there is room. */
final class Doorkeeper implements HandshakeInterceptor {

    private static final String RETRY_AFTER_SECONDS = "20";

    private final ChatSockets sockets;
    private final int most;
    private final Optional<URI> publicUrl;

    Doorkeeper(ChatSockets sockets, int most, Optional<URI> publicUrl) {
        this.sockets = sockets;
        this.most = most;
        this.publicUrl = publicUrl;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (!isOurOwn(request.getHeaders().getOrigin(), request.getURI())) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            return false;
        }
        if (sockets.open() >= most || !sockets.isRunning()) {
            response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            return false;
        }
        return true;
    }

    private boolean isOurOwn(@Nullable String origin, URI asked) {
        if (origin == null) {
            return false;
        }
        URI own = publicUrl.orElse(asked);
        try {
            URI from = URI.create(origin);
            return String.valueOf(own.getHost()).equalsIgnoreCase(String.valueOf(from.getHost()))
                    && port(own) == port(from);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(URI address) {
        boolean secure = "https".equals(address.getScheme()) || "wss".equals(address.getScheme());
        return address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
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

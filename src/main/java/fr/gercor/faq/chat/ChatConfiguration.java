package fr.gercor.faq.chat;

import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.security.SignedInSessions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import tools.jackson.databind.json.JsonMapper;

/** Opens the doors of the chat. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSocket
@EnableConfigurationProperties({ChatSettings.class, ChatConfiguration.Address.class})
public class ChatConfiguration {

    /**
     * Where the service is reached.
     *
     * @param publicUrl its own address; from each request where it is not given
     */
    @ConfigurationProperties("faq")
    record Address(Optional<URI> publicUrl) {}

    @Bean
    RateLimits rateLimits(ChatSettings settings, Clock clock) {
        return new RateLimits(settings.enabled(), clock);
    }

    @Bean
    BodyLimit bodyLimit() {
        return new BodyLimit();
    }

    @Bean
    ChatSockets chatSockets(ChatSettings settings, Conversations conversations, MeterRegistry meters) {
        ChatSockets sockets = new ChatSockets(settings.sockets(), settings.silence(), conversations);
        Gauge.builder("faq.sockets", sockets, ChatSockets::count).register(meters);
        return sockets;
    }

    @Bean
    SessionGuard sessionGuard(ChatSockets sockets, SignedInSessions sessions) {
        return new SessionGuard(sockets, sessions);
    }

    @Bean
    Departure departure(ChatSockets sockets) {
        return new Departure(sockets);
    }

    @Bean
    ChatSocketHandler chatSocketHandler(
            Conversations conversations,
            ChatSockets sockets,
            RateLimits limits,
            Departure departure,
            JsonMapper json,
            ChatSettings settings) {
        return new ChatSocketHandler(conversations, sockets, limits, departure, ofFrames(json), settings.opening());
    }

    @Bean
    WebSocketConfigurer chatDoor(
            ChatSocketHandler handler,
            ChatSockets sockets,
            Departure departure,
            RateLimits limits,
            SignedInSessions sessions,
            Address address,
            JsonMapper json) {
        Doorkeeper doorkeeper =
                new Doorkeeper(sockets, departure, limits, sessions, address.publicUrl(), ofFrames(json));
        return registry -> registry.addHandler(handler, "/ws")
                .addInterceptors(doorkeeper)
                // The doorkeeper checks origins itself: the framework would let in who names none.
                .setAllowedOriginPatterns("*");
    }

    @Bean
    RejectedRequests rejectedRequests(JsonMapper json) {
        return new RejectedRequests(ofFrames(json));
    }

    /** Problems look the same by either door. */
    static JsonMapper ofFrames(JsonMapper json) {
        return json.rebuild()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }

    @Bean
    ServletServerContainerFactoryBean webSocketContainer() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(ChatSocketHandler.LONGEST_FRAME);
        container.setMaxBinaryMessageBufferSize(1024);
        return container;
    }
}

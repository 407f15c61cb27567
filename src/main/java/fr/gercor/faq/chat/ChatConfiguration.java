package fr.gercor.faq.chat;

import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.security.WidgetSettings;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import tools.jackson.databind.json.JsonMapper;

/** Opens the doors of the chat. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSocket
@EnableConfigurationProperties({ChatConfiguration.Limits.class, ChatConfiguration.Address.class})
public class ChatConfiguration {

    /** A frame may hold a text of 2,000 characters, escaped, and little more. */
    private static final int LONGEST_FRAME = 16 * 1024;

    /**
     * How much is taken.
     *
     * @param enabled whether requests are counted by address; off for a measurement
     * @param sockets the most that are open at once; kept well under Tomcat's own limit, so that health still answers
     */
    @ConfigurationProperties("faq.limits")
    record Limits(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("6000") int sockets) {}

    /**
     * Where the service is reached.
     *
     * @param publicUrl its own address; from each request where it is not given
     */
    @ConfigurationProperties("faq")
    record Address(Optional<URI> publicUrl) {}

    @Bean
    RateLimits rateLimits(Limits limits, Clock clock) {
        return new RateLimits(limits.enabled(), clock);
    }

    @Bean
    ChatSockets chatSockets(Conversations conversations, RateLimits limits, JsonMapper json) {
        return new ChatSockets(conversations, limits, json);
    }

    @Bean
    WebSocketConfigurer chatDoor(ChatSockets sockets, Limits limits, Address address, WidgetSettings widget) {
        return registry -> registry.addHandler(sockets, "/ws")
                .addInterceptors(new Doorkeeper(sockets, limits.sockets(), address.publicUrl()))
                // The doorkeeper checks origins itself: the framework would let in who names none.
                .setAllowedOriginPatterns("*");
    }

    @Bean
    ServletServerContainerFactoryBean webSocketContainer() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(LONGEST_FRAME);
        container.setMaxBinaryMessageBufferSize(1024);
        return container;
    }
}

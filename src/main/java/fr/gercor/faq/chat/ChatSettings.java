package fr.gercor.faq.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the doors take.
 *
 * @param enabled whether what comes from an address or a conversation is counted; off for a measurement
 * @param sockets the most that are open at once; kept well under Tomcat's own cap of 8,192 connections, so that health still answers
 * @param silence after which a client that answers no ping counts as gone
 * @param opening within which the first frame must come
 */
@ConfigurationProperties("faq.limits")
record ChatSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("6000") int sockets,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("5s") Duration opening) {}

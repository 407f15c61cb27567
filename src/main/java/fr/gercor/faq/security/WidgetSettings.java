package fr.gercor.faq.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the widget may stand.
 *
 * @param origins the sites that may embed it, for example {@code https://www.gercor.fr}; the service itself always may
 */
@ConfigurationProperties("faq.widget")
public record WidgetSettings(@DefaultValue List<String> origins) {}

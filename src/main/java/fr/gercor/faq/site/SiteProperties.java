package fr.gercor.faq.site;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the site is known outside.
 *
 * @param publicUrl the service's own address; the default is the one that the request came by
 */
@ConfigurationProperties("faq")
record SiteProperties(Optional<String> publicUrl) {}

package fr.gercor.faq.review;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mends are tried and reported.
 *
 * @param questions a question file, every row of which is asked before a mend goes live; a text, since Spring can't read an optional
 *     path
 * @param reportTo the address that the weekly report is sent to on Monday morning; nowhere while it is empty
 * @param reportFrom the sender of the report
 */
@ConfigurationProperties("faq.review")
record MendSettings(Optional<String> questions, Optional<String> reportTo, Optional<String> reportFrom) {}

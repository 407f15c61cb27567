package fr.gercor.faq.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How conversations are kept.
 *
 * @param retention how long the words of a turn are kept; its counters stay
 * @param compaction when the database files are rewritten, as Spring's cron; {@code -} for never
 */
@ConfigurationProperties("faq")
public record ConversationSettings(
        @DefaultValue("P30D") Duration retention,
        @DefaultValue("0 30 3 * * *") String compaction) {

    public ConversationSettings {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("faq.retention is a duration such as P30D, not " + retention);
        }
    }
}

package fr.gercor.faq.escalation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How questions are handed over and answered.
 *
 * @param hours when professionals read them, for example {@code MON-FRI 09:00-18:00}, in Paris; never on a public holiday
 * @param delay the usual delay of an answer, in working days
 * @param hold how long a clinician holds a question before others may take it
 * @param reminded {@code notify}: the addresses that are reminded of questions left waiting past the delay
 * @param from the sender of our mail
 * @param key 32 bytes in base64 that key the follow-up codes and encrypt addresses; the default is a file in {@code faq.data}. Several
 *     nodes on one database need the same
 */
@ConfigurationProperties("faq.escalation")
record EscalationSettings(
        @DefaultValue("MON-FRI 09:00-18:00") String hours,
        @DefaultValue("2") int delay,
        @DefaultValue("PT30M") Duration hold,
        @Name("notify") @DefaultValue List<String> reminded,
        Optional<String> from,
        Optional<String> key) {

    EscalationSettings {
        reminded = List.copyOf(reminded);
        if (delay < 1 || hold.isNegative() || hold.isZero()) {
            throw new IllegalArgumentException(
                    "faq.escalation.delay is a number of working days, and faq.escalation.hold a duration such as PT30M");
        }
    }
}

package fr.gercor.faq.review;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a list ended: the next one begins after.
 *
 * @param at of the last turn
 * @param ref its number
 */
public record Place(Instant at, long ref) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,17})-(\\d{1,18})");

    /** As it stands in addresses: microseconds, a hyphen, the number. */
    public String written() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + ref;
    }

    /** The place that is written; empty where none is. */
    public static Optional<Place> of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new Place(
                        Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}

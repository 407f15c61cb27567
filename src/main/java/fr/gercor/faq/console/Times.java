package fr.gercor.faq.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as they are read in Paris. */
public final class Times {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.FRANCE).withZone(PARIS);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.FRANCE).withZone(PARIS);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRANCE);

    /** With the day of the week, to the minute. */
    public String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** To the second. */
    public String second(Instant at) {
        return SECOND.format(at);
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }
}

package fr.gercor.faq.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as the staff's clock shows them. */
public final class Paris {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.FRENCH);

    public String day(Instant at) {
        return DAY.format(at.atZone(ZONE));
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String moment(Instant at) {
        return MOMENT.format(at.atZone(ZONE));
    }
}

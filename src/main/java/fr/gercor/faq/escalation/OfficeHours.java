package fr.gercor.faq.escalation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When professionals read questions: some days of the week from one time to another, in Paris, but on no public holiday.
 *
 * @param days of the week; at least one
 * @param from the opening
 * @param to the closing, later on the same day
 */
record OfficeHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private static final Pattern WRITTEN =
            Pattern.compile("([A-Z]{3})(?:-([A-Z]{3}))? (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    OfficeHours {
        days = Set.copyOf(days);
        if (days.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException("Office hours open on some day, and close after they open");
        }
    }

    /**
     * @param written for example {@code MON-FRI 09:00-18:00}
     * @throws IllegalArgumentException if it is written otherwise
     */
    static OfficeHours parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "faq.escalation.hours is written as MON-FRI 09:00-18:00, not " + written);
        }
        DayOfWeek first = day(matcher.group(1));
        DayOfWeek last = matcher.group(2) == null ? first : day(matcher.group(2));
        Set<DayOfWeek> days = EnumSet.of(last);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        return new OfficeHours(days, LocalTime.parse(matcher.group(3)), LocalTime.parse(matcher.group(4)));
    }

    private static DayOfWeek day(String three) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().startsWith(three))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No day of the week begins with " + three));
    }

    /** The days of the week in order. */
    List<DayOfWeek> week() {
        return days.stream().sorted().toList();
    }

    boolean isOpen(Instant now) {
        return opening(now).equals(now);
    }

    /** The moment itself where somebody reads then, else the next opening. */
    Instant opening(Instant now) {
        ZonedDateTime local = now.atZone(FRANCE);
        LocalDate day = local.toLocalDate();
        if (isWorked(day)) {
            if (local.toLocalTime().isBefore(from)) {
                return day.atTime(from).atZone(FRANCE).toInstant();
            }
            if (local.toLocalTime().isBefore(to)) {
                return now;
            }
        }
        return nextWorked(day).atTime(from).atZone(FRANCE).toInstant();
    }

    /**
     * The end of a delay.
     *
     * @param asked when it begins
     * @param workingDays how long it is
     */
    Instant due(Instant asked, int workingDays) {
        ZonedDateTime begins = opening(asked).atZone(FRANCE);
        LocalDate day = begins.toLocalDate();
        for (int passed = 0; passed < workingDays; passed++) {
            day = nextWorked(day);
        }
        return day.atTime(begins.toLocalTime()).atZone(FRANCE).toInstant();
    }

    private LocalDate nextWorked(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorked(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean isWorked(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !FrenchHolidays.has(day);
    }
}

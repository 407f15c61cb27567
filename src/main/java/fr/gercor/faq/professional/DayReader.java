package fr.gercor.faq.professional;

import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a table says in the column of days: « J1 », « J1 à J3 », « J1, J8, J15 (cycle de 28 jours) ». Understands all of it or
 * nothing. Of the column of durations it reads hours: « 46 h, perfusion continue ».
 */
final class DayReader {

    private static final int DAYS_OF_A_WEEK = 7;

    private final Pattern day;
    private final Pattern range;
    private final Pattern and;
    private final Pattern daily;
    private final Pattern everyWeeks;
    private final Pattern cycle;
    private final Pattern remark;
    private final Pattern hours;

    DayReader(ClinicalWords words) {
        day = words.pattern("days.day");
        range = words.pattern("days.range");
        and = words.pattern("days.and");
        daily = words.pattern("days.daily");
        everyWeeks = words.pattern("days.every-weeks");
        cycle = words.pattern("days.cycle");
        remark = words.pattern("days.remark");
        hours = words.pattern("duration.hours");
    }

    /**
     * Days of a cycle.
     *
     * @param days from 1; empty for every day
     * @param cycle the length in days that the cell itself gives
     */
    record Days(TreeSet<Integer> days, Optional<Integer> cycle) {

        /** Whether the drug is given on {@code day}. */
        boolean hold(int day) {
            return days.isEmpty() || days.contains(day);
        }

        int last() {
            return days.isEmpty() ? 1 : days.last();
        }
    }

    /** The days of a cell; empty where one word of it is not understood. */
    Optional<Days> read(String cell) {
        String text = ClinicalWords.folded(cell).strip();
        Optional<Integer> length = Optional.empty();
        Matcher stated = cycle.matcher(text);
        if (stated.find()) {
            length = Optional.of(Integer.valueOf(stated.group(1)));
            text = stated.replaceAll("").strip();
        }
        TreeSet<Integer> days = new TreeSet<>();
        boolean everyDay = false;
        for (String part : and.split(text)) {
            Optional<Integer> weeks = number(everyWeeks, part);
            if (weeks.isPresent()) {
                length = Optional.of(weeks.get() * DAYS_OF_A_WEEK);
            } else if (daily.matcher(part).matches()) {
                everyDay = true;
            } else if (!part.isEmpty() && !remark.matcher(part).matches() && !add(part, days)) {
                return Optional.empty();
            }
        }
        boolean clear = everyDay ? days.isEmpty() : !days.isEmpty();
        return clear ? Optional.of(new Days(days, length)) : Optional.empty();
    }

    /** How long an infusion lasts by a cell of the column of durations, where that begins with a number of hours; else 0. */
    int hours(String cell) {
        Matcher found = hours.matcher(ClinicalWords.folded(cell).strip());
        return found.lookingAt() ? Integer.parseInt(found.group(1)) : 0;
    }

    private boolean add(String part, TreeSet<Integer> days) {
        Matcher span = range.matcher(part);
        if (span.matches()) {
            int from = Integer.parseInt(span.group(1) == null ? span.group(3) : span.group(1));
            int to = Integer.parseInt(span.group(2) == null ? span.group(4) : span.group(2));
            for (int each = from; each <= to; each++) {
                days.add(each);
            }
            return from <= to;
        }
        return number(day, part).map(days::add).isPresent();
    }

    private static Optional<Integer> number(Pattern pattern, String part) {
        Matcher found = pattern.matcher(part);
        return found.matches() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }
}

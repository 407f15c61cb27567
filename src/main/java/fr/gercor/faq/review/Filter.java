package fr.gercor.faq.review;

import fr.gercor.faq.catalogue.RuleBook;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which questions are listed; what is empty excludes nothing.
 *
 * @param words all of which were written, in whatever form
 * @param from the first day, as lived in Paris
 * @param to the last day
 * @param outcome of the reply, as it is stored
 * @param page that was quoted first
 * @param intent that was chosen
 * @param confidenceFrom the least, 0 to 1
 * @param confidenceTo the most, 0 to 1
 * @param feedback the patient's vote, {@code up} or {@code down}
 * @param lang the language of the reply
 * @param voice what the triage heard
 * @param label stuck on by a reader
 * @param reviewer the account of somebody who judged it
 * @param state of the review
 * @param micros taken to answer
 * @param hour of the week in which it was asked
 * @param waited how long it waited for a professional; the days of the filter are then those on which it was handed over
 * @param unreviewed whether only what nobody has judged
 */
public record Filter(
        String words,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> outcome,
        Optional<String> page,
        Optional<String> intent,
        Optional<Double> confidenceFrom,
        Optional<Double> confidenceTo,
        Optional<String> feedback,
        Optional<String> lang,
        Optional<RuleBook.Kind> voice,
        Optional<Label> label,
        Optional<String> reviewer,
        Optional<State> state,
        Optional<Micros> micros,
        Optional<WeekHour> hour,
        Optional<Hours> waited,
        boolean unreviewed) {

    /**
     * A time to answer, in microseconds.
     *
     * @param least 0 or more
     * @param most not less
     */
    public record Micros(long least, long most) {}

    /**
     * An hour of the week, as lived in Paris.
     *
     * @param hour 0 to 23
     */
    public record WeekHour(DayOfWeek day, int hour) {}

    /**
     * A time to wait.
     *
     * @param more than so many hours
     * @param most so many hours; empty where it may be any more
     */
    public record Hours(int more, Optional<Integer> most) {}

    /** Everything. */
    public static final Filter ALL = words("");

    /** What holds these words. */
    public static Filter words(String words) {
        return new Filter(
                words,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}

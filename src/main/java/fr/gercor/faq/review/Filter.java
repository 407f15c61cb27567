package fr.gercor.faq.review;

import fr.gercor.faq.catalogue.RuleBook;
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
        boolean unreviewed) {

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
                false);
    }
}

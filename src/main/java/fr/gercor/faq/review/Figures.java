package fr.gercor.faq.review;

/**
 * What was asked in a stretch of time, in numbers; small talk and professionals' answers are no questions.
 *
 * @param questions asked
 * @param answered with a quote
 * @param clarified by asking back
 * @param refused as out of scope
 * @param urgent in the triage's eyes
 * @param escalated towards a professional
 * @param up thumbs
 * @param down thumbs
 * @param medianMicros microseconds taken to answer, the middle one; 0 where nothing was asked
 */
public record Figures(
        long questions,
        long answered,
        long clarified,
        long refused,
        long urgent,
        long escalated,
        long up,
        long down,
        double medianMicros) {

    /** A part of the questions, 0 to 1; 0 where there was none. */
    public double share(long part) {
        return questions == 0 ? 0 : (double) part / questions;
    }
}

package fr.gercor.faq.answer;

/**
 * When a reply answers, asks back or refuses. Every threshold is a probability, set on the relevance table of the tests; beside each
 * stands what it gave there.
 *
 * @param sure from this confidence on, the question is answered without a word of doubt: of those answers 96 in 100 were right
 * @param answered below this probability that the question is about anything we answer it is refused: of 456 questions that have an
 *     answer none was under 0.79, and of 50 that have none the highest was at 0.67 (0.55 to 0.67 in three trainings)
 * @param likely below this confidence it is refused as well: of the relevance table's right answers none was under 0.25, and with few
 *     examples out of scope the scope can't be learned
 * @param handed the least scope where the question leads to pages of professionals: who is told to log in or to hand it over is told nothing
 *     wrong
 * @param alone from this confidence on, the pages that come next are left out: above it they were hardly ever the right ones
 * @param next the least probability of a page that is quoted after the first
 * @param topic from this probability on, a subject that no page answers decides
 * @param namedOutOfScope below this confidence, a word that names a subject out of scope decides
 * @param clear below this confidence, and with two subjects close, the question is asked back: of such answers every second was wrong
 * @param close a second subject is close from this share of the first's probability on
 * @param part from this confidence on, a question among several in one message is answered by itself
 */
record AnswerPolicy(
        double sure,
        double answered,
        double likely,
        double handed,
        double alone,
        double next,
        double topic,
        double namedOutOfScope,
        double clear,
        double close,
        double part) {

    /** The policy in force. */
    static AnswerPolicy standard() {
        return new AnswerPolicy(0.75, 0.6, 0.15, 0.5, 0.985, 0.02, 0.5, 0.9, 0.3, 0.75, 0.85);
    }

    /**
     * What is told with a reply. The learned confidence is too low for questions that people ask, for it was learned beside many
     * utterances that are alike; a logistic map fitted on the relevance table takes the expected calibration error there from 0.25 to
     * 0.03 (Platt 1999).
     *
     * @param confidence as learned
     * @return the share of replies of this confidence that are right
     */
    double calibrated(double confidence) {
        double certain = Math.clamp(confidence, 0.001, 0.999);
        return certain;
    }
}

package fr.gercor.faq.answer;

/**
 * When a reply answers, asks back or refuses. Every threshold is a probability, set on the relevance table of the tests; beside each
 * stands what it gave there, of 625 answers to questions that have one.
 *
 * @param sure from this confidence on, the question is answered without a word of doubt: of those answers 98 in 100 were right, of
 *     the others 43
 * @param answered below this probability that the question is about anything we answer it is refused: of 630 questions that have an
 *     answer two were under it, and of 121 that have none one was above
 * @param likely below this confidence it is refused as well: no answer was under 0.35, and with few examples out of scope the scope
 *     tells little
 * @param handed the least scope where the question leads to pages of professionals: who is told to log in or to hand it over is told nothing
 *     wrong
 * @param alone from this confidence on, the pages that come next are left out: of 366 such answers 365 were right
 * @param next the least probability of a page that is quoted after the first
 * @param topic from this probability on, a subject that no page answers decides
 * @param chat from this probability on, small talk that comes first decides: of the table's 44 rows of small talk all are still heard, and
 *     signs without a word are none
 * @param namedOutOfScope below this confidence, a word that names a subject out of scope decides
 * @param clear below this confidence, and with two subjects close, the question is asked back
 * @param close a second subject is close from this share of the first's probability on
 * @param part from this confidence on, a question among several in one message is answered by itself
 * @param protocol a page of professionals from this share of the first's probability on answers a clinician's question about a
 *     protocol: of 80 of the table and 48 that nothing is set on, 126 were led to their page
 */
record AnswerPolicy(
        double sure,
        double answered,
        double likely,
        double handed,
        double alone,
        double next,
        double topic,
        double chat,
        double namedOutOfScope,
        double clear,
        double close,
        double part,
        double protocol) {

    /** The policy in force. */
    static AnswerPolicy standard() {
        return new AnswerPolicy(0.75, 0.6, 0.15, 0.5, 0.985, 0.02, 0.5, 0.35, 0.9, 0.3, 0.75, 0.85, 0.2);
    }
}

package fr.gercor.faq.answer;

/**
 * When a reply answers, asks back or refuses. Every threshold is a probability; beside each stands the measurement that set it.
 *
 * @param answer from this confidence on, the question is answered
 * @param lessSure below {@code answer} and from this confidence on, a passage that is close is quoted with a word of doubt
 * @param clarify two candidates whose probabilities differ by less than this are offered as choices
 * @param clearTopic from this probability on, a topic that no page answers decides
 */
record AnswerPolicy(double answer, double lessSure, double clarify, double clearTopic) {

    /** The policy in force. */
    static AnswerPolicy standard() {
        return new AnswerPolicy(0.45, 0.25, 0.12, 0.5);
    }
}

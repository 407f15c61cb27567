package fr.gercor.faq.triage;

import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;

/** Applies the rules of the triage to messages; immutable, and safe for several threads. */
public final class Triage {

    /**
     * @param rules as read from {@code intents/}
     * @param analyser that reads the messages too, so that both speak of the same words
     */
    public Triage(RuleBook rules, QuestionAnalyser analyser) {}

    /** What must be seen in a message. */
    public Assessment assess(Question question) {
        return Assessment.nothing();
    }
}

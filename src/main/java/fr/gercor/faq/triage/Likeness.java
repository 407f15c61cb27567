package fr.gercor.faq.triage;

import fr.gercor.faq.question.Question;
import java.util.Map;

/** How like a message is to the examples of each concern, by whatever was trained on them. */
@FunctionalInterface
public interface Likeness {

    /** The probabilities of the concerns, by their ids; they add up to 1. */
    Map<String, Double> of(Question question);

    /** Nothing has been trained: the rules see alone. */
    static Likeness none() {
        return question -> Map.of();
    }
}

package fr.gercor.faq.escalation;

import java.util.List;
import java.util.Optional;

/**
 * Something said in a conversation before it was handed over, and what was replied: all that a professional sees of it.
 *
 * @param text masked; empty where nobody asked
 * @param reply the words of the reply
 * @param quotes what it quoted
 */
public record Said(Optional<String> text, String reply, List<String> quotes) {

    public Said {
        quotes = List.copyOf(quotes);
    }
}

package fr.gercor.faq.chat;

import fr.gercor.faq.answer.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message as a client sends it.
 *
 * @param id the client's own
 * @param text what was typed
 * @param choice or the key of a choice
 */
record Incoming(
        @Nullable String id,
        @Nullable String text,
        @Nullable String choice) {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_CHOICE = 200;

    /** @throws ProblemException if there is none, or one too long to be an id */
    String clientId() {
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            throw new ProblemException(Problem.MISSING, "id");
        }
        return id;
    }

    /** @throws ProblemException if it is not either words or a choice, or too long */
    Message message() {
        return message(text, choice, "text");
    }

    /** @throws ProblemException if it is not either words or a choice, or too long */
    static Message message(@Nullable String text, @Nullable String choice, String field) {
        if (text != null && choice != null) {
            throw new ProblemException(Problem.TEXT_OR_CHOICE);
        }
        if (choice != null && !choice.isBlank() && choice.length() <= LONGEST_CHOICE) {
            return new Message.Choice(choice);
        }
        if (text == null || text.isBlank()) {
            throw new ProblemException(Problem.MISSING, field);
        }
        if (text.length() > Message.LONGEST_TEXT) {
            throw new ProblemException(Problem.TOO_LONG);
        }
        return new Message.Text(text);
    }
}

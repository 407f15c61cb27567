package fr.gercor.faq.chat;

import fr.gercor.faq.answer.Message;
import java.util.regex.Pattern;
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

    private static final int LONGEST_ID = 128;
    private static final int LONGEST_CHOICE = 200;

    /** What no id and no key holds: signs that can't be seen, and halves of signs. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

    /** What no database keeps: PostgreSQL refuses NUL, and half a sign has no UTF-8. */
    private static final Pattern UNKEEPABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n\\r\\t]]");

    /** @throws ProblemException if there is none, or one that can't be an id */
    String clientId() {
        if (id == null || id.isBlank()) {
            throw new ProblemException(Problem.MISSING, "id");
        }
        if (id.length() > LONGEST_ID || UNSEEN.matcher(id).find()) {
            throw new ProblemException(Problem.INVALID, "id");
        }
        return id;
    }

    /** @throws ProblemException if it is not either words or a choice, or too long */
    Message message() {
        return message(text, choice, "text");
    }

    /**
     * @param field that is named where there is neither
     * @throws ProblemException if it is not either words or a choice, or too long
     */
    static Message message(@Nullable String text, @Nullable String choice, String field) {
        if (text != null && choice != null) {
            throw new ProblemException(Problem.TEXT_OR_CHOICE, "choice");
        }
        if (choice == null) {
            return new Message.Text(words(text, field));
        }
        if (choice.isBlank()
                || choice.length() > LONGEST_CHOICE
                || UNSEEN.matcher(choice).find()) {
            throw new ProblemException(Problem.INVALID, "choice");
        }
        return new Message.Choice(choice);
    }

    /** @throws ProblemException if there are none, or too many */
    static String words(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw new ProblemException(Problem.MISSING, field);
        }
        if (text.length() > Message.LONGEST_TEXT) {
            throw new ProblemException(Problem.TOO_LONG, field);
        }
        String kept = UNKEEPABLE.matcher(text).replaceAll(" ");
        if (kept.isBlank()) {
            throw new ProblemException(Problem.MISSING, field);
        }
        return kept;
    }
}

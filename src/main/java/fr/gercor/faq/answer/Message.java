package fr.gercor.faq.answer;

/** What somebody sends: words, or one of the choices they were given. */
public sealed interface Message {

    /**
     * Words.
     *
     * @param text as typed, at most {@value #LONGEST_TEXT} characters
     */
    record Text(String text) implements Message {}

    /**
     * One of the choices of an earlier clarification.
     *
     * @param choice the key of the suggestion, not its label
     */
    record Choice(String choice) implements Message {}

    /** The longest text that is read, in characters. */
    int LONGEST_TEXT = 2_000;
}

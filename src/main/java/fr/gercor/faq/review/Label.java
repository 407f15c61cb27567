package fr.gercor.faq.review;

import java.util.Locale;

/** What a reader sticks on a question to find it again. */
public enum Label {
    /** Worth showing to colleagues. */
    EXAMPLE("e"),
    /** To be talked over at the next meeting. */
    DISCUSS("d"),
    /** A subject that we don't have yet. */
    NEW_SUBJECT("n"),
    /** A way of saying that is worth an utterance. */
    WORDING("f");

    private final String key;

    Label(String key) {
        this.key = key;
    }

    /** The key of the keyboard that sticks it on, or takes it off. */
    public String getKey() {
        return key;
    }

    /** Its name in the database and in addresses. */
    public String getId() {
        return name().toLowerCase(Locale.ROOT);
    }
}

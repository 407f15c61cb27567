package fr.gercor.faq.review;

/** How far the work on a reply has come. */
public enum State {
    /** Somebody has something to do. */
    OPEN,
    /** Done, and to be looked at once more. */
    TO_CHECK,
    /** Done. */
    RESOLVED,
    /** Left as it is, on purpose. */
    WONT_DO
}

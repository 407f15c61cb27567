package fr.gercor.faq.review;

/**
 * A question that went wrong, or may have.
 *
 * @param turn as it is listed
 * @param sign by which it is told
 */
public record Trouble(LoggedTurn turn, Sign sign) {

    /** By what a failure is told, the surest first. */
    public enum Sign {
        /** The patient said so. */
        DISLIKED,
        /** An emergency: looked at each time. */
        URGENT,
        /** Nothing was answered. */
        REFUSED,
        /** Answered with a word of doubt. */
        UNSURE
    }
}

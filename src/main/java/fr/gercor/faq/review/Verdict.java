package fr.gercor.faq.review;

/** What a reader finds of a reply. */
public enum Verdict {
    /** It said what it should. */
    RIGHT,
    /** It quoted a page that doesn't answer. */
    WRONG_PAGE,
    /** It answered what we have no answer to. */
    SHOULD_REFUSE,
    /** It refused, or asked back, where we have an answer. */
    SHOULD_ANSWER,
    /** It could harm. */
    DANGEROUS
}

package fr.gercor.faq.review;

/** Why a reply failed. */
public enum Cause {
    /** The question was not understood. */
    NOT_UNDERSTOOD,
    /** No page says it. */
    MISSING_CONTENT,
    /** A page says it, but no longer rightly. */
    OUTDATED_CONTENT,
    /** A word or an abbreviation that the lexicon lacks. */
    LEXICON,
    /** Rightly said, and wrongly told. */
    TONE
}

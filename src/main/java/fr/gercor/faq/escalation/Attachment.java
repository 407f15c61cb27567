package fr.gercor.faq.escalation;

/**
 * A passage that a clinician attaches to an answer, named as addresses name it.
 *
 * @param page the id of the page
 * @param anchor of the section
 * @param hash of the quote
 */
public record Attachment(String page, String anchor, String hash) {

    /** Why a passage can't be attached. */
    public enum Fault {
        /** No page of the content in force holds it. */
        UNKNOWN,
        /** A patient may not read it. */
        PROFESSIONAL
    }
}

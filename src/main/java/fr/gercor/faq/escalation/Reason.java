package fr.gercor.faq.escalation;

/** Why a question was handed over. */
public enum Reason {
    /** It asks about a protocol, which is not answered to a patient. */
    PROTOCOL,
    /** No page answered it. */
    UNANSWERED,
    /** It was answered, and its writer wishes for a person's answer. */
    PERSON_WANTED
}

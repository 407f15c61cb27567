package fr.gercor.faq.escalation;

/** What became of the wish to take a question. */
public sealed interface Taking {

    /** It is theirs, for a while. */
    record Taken(EscalatedQuestion question) implements Taking {}

    /** Another was faster. */
    record HeldByAnother(Hold hold) implements Taking {}

    /** They hold another one, and nobody holds two. */
    record Busy(EscalatedQuestion other) implements Taking {}

    /** It has been answered, declined or referred meanwhile. */
    record Closed() implements Taking {}

    /** It is no more; its writer has erased it, or it was too old; or nothing waits. */
    record Gone() implements Taking {}
}

package fr.gercor.faq.conversation;

/** What became of a message. */
public sealed interface Sent {

    /**
     * It has its turn, now or from an earlier sending, and the turn is kept as safely as the conversation asks.
     *
     * @param turn the one turn of its client id
     */
    record Taken(Turn turn) implements Sent {}

    /** The same client id came before with another text; nothing was added. */
    record OtherText() implements Sent {}

    /** The same client id came before, and what was said then has been purged. */
    record Purged() implements Sent {}

    /** The conversation has been erased meanwhile. */
    record Gone() implements Sent {}
}

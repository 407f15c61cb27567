package fr.gercor.faq.conversation;

import java.util.UUID;

/**
 * A bell: a conversation has a new turn, from here or from another node. The turn itself is read from the conversation.
 *
 * @param conversation its id
 * @param seq the place of the turn
 */
public record TurnAdded(UUID conversation, long seq) {}

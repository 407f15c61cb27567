package fr.gercor.faq.conversation;

import java.util.UUID;

/**
 * A bell: a conversation is no more.
 *
 * @param conversation its former id
 */
public record ConversationErased(UUID conversation) {}

package fr.gercor.faq.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation as its owner finds it again.
 *
 * @param id to reopen it by
 * @param lastAt when something was last said in it
 * @param firstText the first of what was asked and is still kept, masked
 */
public record OwnConversation(UUID id, Instant lastAt, String firstText) {}

package fr.gercor.faq.conversation;

import fr.gercor.faq.answer.Reply;

/**
 * A conversation that has just begun.
 *
 * @param conversation to send to
 * @param token for its client, who alone holds it from now on
 * @param greeting that it begins with; no turn
 */
public record Opened(Conversation conversation, String token, Reply greeting) {}

package fr.gercor.faq.conversation;

/** A bell: other nodes may have added turns that no bell was heard of; whoever waits for turns should look. */
public record TurnsMissed() {}

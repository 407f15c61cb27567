package fr.gercor.faq.conversation;

import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.escalation.Escalations;
import fr.gercor.faq.escalation.HandedOver;
import fr.gercor.faq.escalation.Reason;
import fr.gercor.faq.escalation.Receipt;
import fr.gercor.faq.escalation.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands a question of a conversation to professionals, with what was said before it, all of it masked. */
public final class Handovers {

    /** What was said further back helps nobody to understand a question. */
    private static final int CONTEXT = 6;

    private final Conversations conversations;
    private final Escalations escalations;
    private final Reach reach;

    Handovers(Conversations conversations, Escalations escalations, Reach reach) {
        this.conversations = conversations;
        this.escalations = escalations;
        this.reach = reach;
    }

    /**
     * Hands a question over. The same question again gets the same receipt.
     *
     * @param messageId of the reply that did not do, or the client's own id of the message
     * @param email where to tell that there is an answer
     * @return empty if the conversation has no such message
     * @throws StoreAwayException if the database is away: nothing is handed over yet, and that must be told
     */
    public Optional<Receipt> handOver(Conversation conversation, String messageId, Optional<String> email) {
        List<Turn> turns = turns(conversation);
        for (int at = turns.size() - 1; at >= 0; at--) {
            Turn turn = turns.get(at);
            if (isAbout(turn, messageId) && turn.text().isPresent()) {
                HandedOver handed = new HandedOver(
                        conversation.id(),
                        conversation.isKept(),
                        turn.reply().id(),
                        reason(turn.reply().outcome()),
                        turn.text().get(),
                        turns.subList(Math.max(0, at - CONTEXT), at).stream()
                                .map(Handovers::said)
                                .toList(),
                        email);
                return Optional.of(handOver(handed));
            }
        }
        return Optional.empty();
    }

    private Receipt handOver(HandedOver handed) {
        if (reach.isAway()) {
            throw new StoreAwayException(null);
        }
        return reach.ask(() -> escalations.handOver(handed));
    }

    /** The words of a message, masked, that somebody carries to the conversation they open after logging in. */
    public Optional<String> words(Conversation conversation, String messageId) {
        return turns(conversation).stream()
                .filter(turn -> isAbout(turn, messageId))
                .flatMap(turn -> turn.text().stream())
                .reduce((earlier, later) -> later);
    }

    private List<Turn> turns(Conversation conversation) {
        List<Turn> all = new ArrayList<>();
        List<Turn> page;
        do {
            page = conversations.turnsAfter(
                    conversation, all.isEmpty() ? 0 : all.getLast().seq());
            all.addAll(page);
        } while (page.size() == Conversations.MOST_AT_ONCE);
        return all;
    }

    private static boolean isAbout(Turn turn, String messageId) {
        return turn.reply().id().equals(messageId)
                || turn.clientId().filter(messageId::equals).isPresent();
    }

    private static Said said(Turn turn) {
        return new Said(
                turn.text(),
                turn.reply().text(),
                turn.reply().passages().stream().map(Reply.QuotedPassage::quote).toList());
    }

    private static Reason reason(Reply.Outcome outcome) {
        return switch (outcome) {
            case ESCALATION -> Reason.PROTOCOL;
            case ANSWER, PROFESSIONAL_ANSWER -> Reason.PERSON_WANTED;
            case CLARIFICATION, OUT_OF_SCOPE, URGENT, SMALL_TALK, UNSUPPORTED_LANGUAGE -> Reason.UNANSWERED;
        };
    }
}

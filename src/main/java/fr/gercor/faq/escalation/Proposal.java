package fr.gercor.faq.escalation;

import fr.gercor.faq.answer.Reply.QuotedPassage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An answer that a professional would like to see on a page.
 *
 * @param question that it answered, masked; empty once its words are purged
 * @param answer the professional's words
 * @param passages that were attached
 * @param by the title of who proposed it
 */
public record Proposal(
        UUID id, Optional<String> question, String answer, List<QuotedPassage> passages, String by, Instant at) {

    public Proposal {
        passages = List.copyOf(passages);
    }
}

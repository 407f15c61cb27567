package fr.gercor.faq.review;

import fr.gercor.faq.escalation.QuestionSeen;
import fr.gercor.faq.review.AuditEvent.Action;
import fr.gercor.faq.security.AccessRefused;
import org.springframework.context.event.EventListener;

/** Writes into the audit log what others tell of: those who show patients' words elsewhere, and those who refuse to. */
final class AuditedEvents {

    private final AuditLog audit;

    AuditedEvents(AuditLog audit) {
        this.audit = audit;
    }

    /** Before the question is shown, and on the same thread: what can't be logged isn't seen. */
    @EventListener
    void seen(QuestionSeen seen) {
        audit.add(
                new Reader(seen.by().id(), seen.by().name()),
                Action.QUESTION,
                seen.question().toString(),
                seen.conversation().toString());
    }

    @EventListener
    void refused(AccessRefused refused) {
        audit.add(
                new Reader(refused.who().id(), refused.who().name()),
                Action.REFUSED,
                refused.request(),
                Integer.toString(refused.status()));
    }
}

package fr.gercor.faq.console;

import fr.gercor.faq.review.AuditEvent.Action;
import fr.gercor.faq.review.AuditLog;
import fr.gercor.faq.review.Colleague;
import fr.gercor.faq.review.Reader;
import fr.gercor.faq.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down that somebody of the staff looks at a list of what patients wrote. */
@Component
class Looks {

    private final AuditLog audit;

    Looks(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * One look, written before the list is shown: what can't be logged isn't seen.
     *
     * @param address of the list; it holds no word that a patient may have written
     */
    void at(@Nullable SignedIn account, String address) {
        Colleague who = Who.is(account);
        audit.add(new Reader(who.id(), who.name()), Action.LIST, address, "");
    }
}

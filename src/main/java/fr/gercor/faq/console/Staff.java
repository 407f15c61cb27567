package fr.gercor.faq.console;

import fr.gercor.faq.review.Reader;
import fr.gercor.faq.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Who sits before the screen. */
final class Staff {

    private Staff() {}

    /** @throws AccessDeniedException if nobody has logged in: what is done here is signed */
    static Reader reader(@Nullable SignedIn account) {
        if (account == null) {
            throw new AccessDeniedException("Nobody has logged in");
        }
        return new Reader(account.id(), account.name());
    }
}

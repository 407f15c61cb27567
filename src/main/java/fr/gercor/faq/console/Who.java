package fr.gercor.faq.console;

import fr.gercor.faq.review.Colleague;
import fr.gercor.faq.security.SignedIn;
import org.jspecify.annotations.Nullable;

/** Who of the staff is at the screen. */
final class Who {

    private static final Colleague NOBODY = new Colleague("console", "Console");

    private Who() {}

    static Colleague is(@Nullable SignedIn principal) {
        return principal == null ? NOBODY : new Colleague(principal.id(), principal.name());
    }
}

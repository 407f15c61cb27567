package fr.gercor.faq.conversation;

import org.jspecify.annotations.Nullable;

/** The database can't be reached now, and what was asked can't be done without it. */
public class StoreAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreAwayException(@Nullable Throwable cause) {
        super("The conversations can't be reached now", cause);
    }
}

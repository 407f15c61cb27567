package fr.gercor.faq.security;

import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param actor the name of who did it
 */
record AccountEvent(Action action, String actor, Instant at) {

    /** What was done with an account. */
    enum Action {
        CREATED,
        LOGGED_IN,
        PASSWORD_CHANGED,
        SECOND_FACTOR_SET,
        RECOVERY_CODE_USED,
        RECOVERY_CODES_RENEWED,
        DISABLED,
        ENABLED,
        ROLES_CHANGED,
        PASSWORD_RESET,
        SECOND_FACTOR_RESET
    }
}

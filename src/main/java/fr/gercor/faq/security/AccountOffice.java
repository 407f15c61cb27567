package fr.gercor.faq.security;

import fr.gercor.faq.security.AccountEvent.Action;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Makes, disables and resets accounts, each time with a line in the audit log. */
class AccountOffice {

    /** How long a password that was handed over may be used for the first time. */
    private static final Duration ONE_TIME = Duration.ofHours(72);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    AccountOffice(Accounts accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * An account with the password to hand over.
     *
     * @param password told here and never again
     */
    record Opened(String id, String password) {}

    /** @throws org.springframework.dao.DuplicateKeyException if there is an account of that name */
    Opened open(
            String actor, String username, String name, String title, Optional<String> organisation, Set<Role> roles) {
        String password = passwords.oneTime();
        String id = accounts.create(
                username,
                name,
                title,
                organisation,
                roles,
                passwords.hash(password),
                clock.instant().plus(ONE_TIME));
        accounts.note(id, actor.isEmpty() ? id : actor, Action.CREATED);
        return new Opened(id, password);
    }

    /** @return the new password, to hand over */
    String resetPassword(String actor, String id) {
        String password = passwords.oneTime();
        accounts.givePassword(id, passwords.hash(password), clock.instant().plus(ONE_TIME));
        accounts.note(id, actor, Action.PASSWORD_RESET);
        return password;
    }

    void resetSecondFactor(String actor, String id) {
        accounts.forgetSecondFactor(id);
        accounts.note(id, actor, Action.SECOND_FACTOR_RESET);
    }

    void setDisabled(String actor, String id, boolean disabled) {
        accounts.setDisabled(id, disabled);
        accounts.note(id, actor, disabled ? Action.DISABLED : Action.ENABLED);
    }
}

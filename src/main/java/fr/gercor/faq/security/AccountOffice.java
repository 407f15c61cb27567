package fr.gercor.faq.security;

import fr.gercor.faq.security.AccountEvent.Action;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;

/** Makes, disables, resets accounts and gives them roles, each time with a line in the audit log. */
class AccountOffice {

    /** How long a password that was handed over may be used for the first time. */
    private static final Duration ONE_TIME = Duration.ofHours(72);

    private final Accounts accounts;
    private final Passwords passwords;
    private final TransactionOperations transactions;
    private final Clock clock;

    AccountOffice(Accounts accounts, Passwords passwords, TransactionOperations transactions, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.transactions = transactions;
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

    /** @return false if nothing was done, since nobody would be left to administer accounts */
    boolean disable(String actor, String id) {
        return unlessTheLastAdmin(id, true, () -> {
            accounts.setDisabled(id, true);
            accounts.note(id, actor, Action.DISABLED);
        });
    }

    void enable(String actor, String id) {
        accounts.setDisabled(id, false);
        accounts.note(id, actor, Action.ENABLED);
    }

    /**
     * Gives an account other roles; the same roles again change nothing.
     *
     * @param roles at least one
     * @return false if nothing was done, since nobody would be left to administer accounts
     */
    boolean setRoles(String actor, String id, Set<Role> roles) {
        return unlessTheLastAdmin(id, !roles.contains(Role.ADMIN), () -> {
            if (accounts.byId(id)
                    .filter(account -> account.roles().equals(roles))
                    .isEmpty()) {
                accounts.setRoles(id, roles);
                accounts.note(id, actor, Action.ROLES_CHANGED);
            }
        });
    }

    /** Two administrators who shut each other out at the same moment come one after the other. */
    private boolean unlessTheLastAdmin(String id, boolean leaves, Runnable change) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            List<String> admins = accounts.lockAdmins();
            if (leaves && admins.equals(List.of(id))) {
                return false;
            }
            change.run();
            return true;
        }));
    }
}

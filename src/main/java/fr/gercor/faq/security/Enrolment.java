package fr.gercor.faq.security;

import fr.gercor.faq.security.AccountEvent.Action;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes what somebody logs in with: their password, their application, their recovery codes. */
class Enrolment {

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final SecondFactor secondFactor;
    private final RecoveryCodes recoveryCodes;
    private final Vault vault;

    Enrolment(
            Accounts accounts,
            Passwords passwords,
            PasswordRules rules,
            SecondFactor secondFactor,
            RecoveryCodes recoveryCodes,
            Vault vault) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.secondFactor = secondFactor;
        this.recoveryCodes = recoveryCodes;
        this.vault = vault;
    }

    /** Sets a new password, unless something speaks against it. */
    Optional<PasswordRules.Objection> choosePassword(Account account, String password, String again) {
        if (!password.equals(again)) {
            return Optional.of(PasswordRules.Objection.DIFFERENT);
        }
        Optional<PasswordRules.Objection> objection =
                rules.objection(password, account.username().orElse(""));
        if (objection.isEmpty() && passwords.matches(password, account.passwordHash())) {
            objection = Optional.of(PasswordRules.Objection.SAME);
        }
        if (objection.isEmpty()) {
            accounts.choosePassword(account.id(), passwords.hash(password));
            accounts.note(account.id(), account.id(), Action.PASSWORD_CHANGED);
        }
        return objection;
    }

    /**
     * Takes a secret into use, if its application tells the right code.
     *
     * @return new recovery codes, to be shown once; empty if the code is wrong
     */
    Optional<List<String>> setUp(Account account, byte[] secret, String code) {
        OptionalLong step = secondFactor.step(secret, code);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        accounts.setSecondFactor(account.id(), vault.seal(account.id(), secret), step.getAsLong());
        accounts.note(account.id(), account.id(), Action.SECOND_FACTOR_SET);
        return Optional.of(recoveryCodes.renew(account.id()));
    }

    List<String> renewRecoveryCodes(Account account) {
        accounts.note(account.id(), account.id(), Action.RECOVERY_CODES_RENEWED);
        return recoveryCodes.renew(account.id());
    }
}

package fr.gercor.faq.security;

import fr.gercor.faq.security.AccountEvent.Action;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/** Judges passwords and codes: each try under the delays, and known names no differently from unknown ones. */
class SignIn {

    /** What is still wanted of somebody whose password was right, in this order. */
    enum Stage {
        CODE,
        NEW_PASSWORD,
        SET_UP,
        DONE
    }

    private static final int NETWORK_BYTES = 8;

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final RecoveryCodes recoveryCodes;
    private final Vault vault;
    private final Delays delays;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            SecondFactor secondFactor,
            RecoveryCodes recoveryCodes,
            Vault vault,
            Delays delays,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.recoveryCodes = recoveryCodes;
        this.vault = vault;
        this.delays = delays;
        this.clock = clock;
    }

    /**
     * Tries a password.
     *
     * @param username as typed
     * @param address of who tries
     * @param device the number of a browser that has logged in under that name before
     */
    Attempt password(String username, String password, String address, Optional<String> device) {
        String from = "address " + network(address);
        String at = device.map(known -> "device " + known).orElse("name " + Accounts.normalised(username));
        Optional<Duration> wait = device.isPresent() ? Optional.empty() : delays.begin(from);
        if (wait.isEmpty()) {
            wait = delays.begin(at);
        }
        if (wait.isPresent()) {
            return new Attempt.TooSoon(wait.get());
        }
        Optional<Account> account = accounts.byUsername(username);
        boolean right = passwords.matches(password, account.flatMap(Account::passwordHash));
        if (!right || !account.get().isOpenAt(clock.instant())) {
            return new Attempt.Refused();
        }
        if (device.isPresent()) {
            delays.forget(at);
        } else {
            // What strangers did before still counts: an owner who comes in must not open the door to them.
            delays.giveBack(at);
            delays.giveBack(from);
        }
        return new Attempt.Passed(account.get());
    }

    /** Of an address of IPv6 only the first half counts, since whoever has one has all that share it. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return HexFormat.of().formatHex(InetAddress.getByName(address).getAddress(), 0, NETWORK_BYTES);
        } catch (UnknownHostException | IndexOutOfBoundsException e) {
            return address;
        }
    }

    /** Tries the password of somebody who has logged in, before what must not be done in their absence. */
    Attempt passwordAgain(Account account, String password) {
        String at = "again " + account.id();
        Optional<Duration> wait = delays.begin(at);
        if (wait.isPresent()) {
            return new Attempt.TooSoon(wait.get());
        }
        if (!passwords.matches(password, account.passwordHash())) {
            return new Attempt.Refused();
        }
        delays.forget(at);
        return new Attempt.Passed(account);
    }

    /**
     * Tries a code of the application, or a recovery code. Each is good for once.
     *
     * @param account whose password was right
     */
    Attempt code(Account account, String code, Optional<String> device) {
        String at = device.map(known -> "code on " + known).orElse("code of " + account.id());
        Optional<Duration> wait = delays.begin(at);
        if (wait.isPresent()) {
            return new Attempt.TooSoon(wait.get());
        }
        if (!isRight(account, code)) {
            return new Attempt.Refused();
        }
        delays.forget(at);
        return new Attempt.Passed(account);
    }

    private boolean isRight(Account account, String code) {
        if (account.totp().isEmpty()) {
            return false;
        }
        OptionalLong step =
                secondFactor.step(vault.unseal(account.id(), account.totp().get()), code);
        if (step.isPresent()) {
            return accounts.useStep(account.id(), step.getAsLong());
        }
        boolean recovered = recoveryCodes.use(account.id(), code);
        if (recovered) {
            accounts.note(account.id(), account.id(), Action.RECOVERY_CODE_USED);
        }
        return recovered;
    }

    /** @param codeGiven whether the second factor was right in this session */
    static Stage stage(Account account, boolean codeGiven) {
        if (account.totp().isPresent() && !codeGiven) {
            return Stage.CODE;
        }
        if (account.mustChange()) {
            return Stage.NEW_PASSWORD;
        }
        return account.totp().isEmpty() ? Stage.SET_UP : Stage.DONE;
    }
}

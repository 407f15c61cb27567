package fr.gercor.faq.security;

import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords may be chosen: long ones, which nobody would try first. No signs or capitals are asked for, since they make
 * passwords harder to remember and no harder to guess.
 */
final class PasswordRules {

    /** In characters. */
    static final int SHORTEST = 12;

    static final int LONGEST = 128;

    /** Less than that of a name may stand in any word. */
    private static final int TELLING_NAME = 3;

    /** Why a password may not be chosen; what is said of each stands in the messages. */
    enum Objection {
        SHORT,
        LONG,
        COMMON,
        USERNAME,
        SAME,
        DIFFERENT;

        /** The key of the message. */
        String key() {
            return "security.password." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final CommonPasswords common;

    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /** With the lists that come along. */
    static PasswordRules standard() {
        return new PasswordRules(CommonPasswords.standard());
    }

    /** @param username whose it will be; empty for somebody without */
    Optional<Objection> objection(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Objection.SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Objection.LONG);
        }
        String small = password.toLowerCase(Locale.ROOT);
        if (username.length() >= TELLING_NAME && small.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of(Objection.USERNAME);
        }
        return common.hold(password) ? Optional.of(Objection.COMMON) : Optional.empty();
    }
}

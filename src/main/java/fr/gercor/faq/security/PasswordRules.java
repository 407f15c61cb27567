package fr.gercor.faq.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

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

    private static final Pattern TAIL = Pattern.compile("\\P{L}+$");
    private static final Pattern HEAD = Pattern.compile("^\\P{L}+");

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

    private final Set<String> common;

    /** @param common the passwords that are tried first, in small letters */
    PasswordRules(Set<String> common) {
        this.common = Set.copyOf(common);
    }

    /** With the list that comes along. */
    static PasswordRules standard() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new ClassPathResource("security/common-passwords.txt").getInputStream(), StandardCharsets.UTF_8))) {
            return new PasswordRules(
                    reader.lines().filter(line -> !line.isBlank()).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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
        return isCommon(small) ? Optional.of(Objection.COMMON) : Optional.empty();
    }

    /**
     * Of the commonest hardly one has twelve characters: people make them long by figures and signs around them, or by writing them
     * twice, and so does whoever guesses.
     */
    private boolean isCommon(String small) {
        String core = HEAD.matcher(TAIL.matcher(small).replaceAll("")).replaceAll("");
        if (core.isEmpty() || common.contains(small) || common.contains(core)) {
            return true;
        }
        for (int unit = 1; unit <= small.length() / 2; unit++) {
            String beginning = small.substring(0, unit);
            if (beginning.repeat(small.length() / unit + 1).startsWith(small)
                    && (unit <= 4 || common.contains(beginning))) {
                return true;
            }
        }
        return false;
    }
}

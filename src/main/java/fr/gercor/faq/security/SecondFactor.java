package fr.gercor.faq.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six figures that an application shows for half a minute each (RFC 6238). */
class SecondFactor {

    private static final int SECRET_BYTES = 20;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** A clock may be off by that many steps, either way. */
    private static final int STEPS_OFF = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    SecondFactor(Clock clock) {
        this.clock = clock;
    }

    byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** The step of time whose code this is; empty if it is none of those that may be told now. */
    OptionalLong step(byte[] secret, String code) {
        String typed = code.replaceAll("\\s", "");
        long seconds = generator.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / seconds;
        OptionalLong found = OptionalLong.empty();
        for (long step = now - STEPS_OFF; step <= now + STEPS_OFF; step++) {
            boolean same = MessageDigest.isEqual(
                    typed.getBytes(StandardCharsets.UTF_8),
                    code(secret, Instant.ofEpochSecond(step * seconds)).getBytes(StandardCharsets.UTF_8));
            found = same ? OptionalLong.of(step) : found;
        }
        return found;
    }

    private String code(byte[] secret, Instant at) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any twenty bytes are a key", e);
        }
    }

    /** The secret as applications take it when it is typed. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : secret) {
            held = held << 8 | next & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE_32.charAt(held << 5 - bits & 31)).toString();
    }

    /** What the QR code says to the application. */
    static String address(String issuer, String username, byte[] secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(username) + "?secret=" + base32(secret) + "&issuer="
                + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

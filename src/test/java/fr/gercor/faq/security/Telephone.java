package fr.gercor.faq.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** An application that tells codes, as those on telephones do: it knows no more than the secret in letters. */
public record Telephone(String secret) {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public String code(Instant now) {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(bytes(), generator.getAlgorithm()), now, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : secret.replace(" ", "").toCharArray()) {
            held = held << 5 | BASE_32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits & 0xff);
                held &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}

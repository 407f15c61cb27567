package fr.gercor.faq.conversation;

import fr.gercor.faq.answer.Message;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What opens a conversation, held by its client alone: we keep its hash. It also keys the fingerprints of messages, so that a
 * message sent again is known for the same without its text, and nobody can guess a text from the fingerprint.
 */
final class Token {

    private static final int BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String value;

    /** @param value as the client sent it, whatever it is */
    Token(String value) {
        this.value = value;
    }

    static Token random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(BASE64.encodeToString(bytes));
    }

    /** For the client, once. */
    String value() {
        return value;
    }

    String hash() {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes(value)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether this is the token of that hash, in a time that does not tell how much of it is right. */
    boolean matches(String hash) {
        return MessageDigest.isEqual(bytes(hash()), bytes(hash));
    }

    String fingerprint(Message message) {
        String said =
                switch (message) {
                    case Message.Text(String text) -> "text " + text;
                    case Message.Choice(String choice) -> "choice " + choice;
                };
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes("fingerprint " + value), "HmacSHA256"));
            return BASE64.encodeToString(mac.doFinal(bytes(said)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

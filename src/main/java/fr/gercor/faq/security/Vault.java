package fr.gercor.faq.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what the database must not give away with the database, under a key that stands in a file beside it: secrets of second
 * factors by AES-GCM, and by HMAC what is only ever compared.
 */
final class Vault {

    private static final String FILE = "accounts.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    Vault(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = key.clone();
    }

    /**
     * The vault of a folder; its key is made at the first start and is readable by its owner alone.
     *
     * @throws IOException if the key can be neither read nor written
     */
    static Vault in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            byte[] made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            create(file, made);
        }
        return new Vault(Files.readAllBytes(file));
    }

    private static void create(Path file, byte[] key) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            channel.write(ByteBuffer.wrap(key));
        } catch (FileAlreadyExistsException e) {
            // Another process has just made it: that one is the key.
        }
    }

    /**
     * @param owner whose secret it is: sealed for one account, it opens for no other
     * @return the secret, sealed, in base64
     */
    String seal(String owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(secret);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** @throws IllegalStateException if it was not sealed for that owner with this key */
    byte[] unseal(String owner, String sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, owner, nonce).doFinal(rest);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("Not sealed with the key of the data folder", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, String owner, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /**
     * A text that nobody can make without the key, in base64url.
     *
     * @param use keeps what is signed for one end from serving another
     */
    String sign(String use, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(derived("sign " + use), text));
    }

    private byte[] derived(String use) {
        return hmac(key, use);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC, e);
        }
    }
}

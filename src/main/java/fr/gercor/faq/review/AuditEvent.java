package fr.gercor.faq.review;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A line of the audit log: somebody who works here has seen or taken away what patients wrote, or tried to.
 *
 * @param id its place, from 1 without a gap
 * @param at when, to the microsecond
 * @param by whom
 * @param action what they did
 * @param subject to what: the id of a conversation or of a question, the filter of a list, the address asked for
 * @param detail beside
 * @param previousHash of the line before; empty for the first
 * @param hash that seals this line and, through the one before, all before it
 */
public record AuditEvent(
        long id,
        Instant at,
        Reader by,
        Action action,
        String subject,
        String detail,
        String previousHash,
        String hash) {

    /** What can be done with what patients wrote. */
    public enum Action {
        /** A conversation was opened. */
        READ,
        /** A question handed to professionals was opened, with what was said before it. */
        QUESTION,
        /** A list was looked at that shows what patients wrote. */
        LIST,
        /** A list was taken away as a file. */
        EXPORT,
        /** What is another's, or isn't there, was asked for and not given. */
        REFUSED
    }

    /** The SHA-256 that the line must have, in hexadecimal. */
    String seal() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                previousHash, Long.toString(id), at.toString(), by.id(), by.name(), action.name(), subject, detail
            }) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // With its length, so that no character can move from one part to the next unseen.
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    AuditEvent sealed() {
        return new AuditEvent(id, at, by, action, subject, detail, previousHash, seal());
    }
}

package fr.gercor.faq.chat;

import java.util.Optional;
import java.util.UUID;

/** Reads ids that strangers send. */
final class Identifiers {

    private Identifiers() {}

    /** The id, or empty for what is none. */
    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package fr.gercor.faq.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may log in.
 *
 * @param id for ever
 * @param username in small letters; empty for those who come through a provider
 * @param provider the provider's registration; empty for those with a password
 * @param roles at least one
 * @param passwordHash of Argon2id
 * @param passwordUntil the end of a password that was given once and never used
 * @param mustChange whether the password was given by somebody else
 * @param totp the sealed secret of the second factor; empty before it is set up
 * @param version grows with each change that ends the open sessions
 */
record Account(
        String id,
        Optional<String> username,
        Optional<String> provider,
        String name,
        String title,
        Optional<String> organisation,
        Set<Role> roles,
        Optional<String> passwordHash,
        Optional<Instant> passwordUntil,
        boolean mustChange,
        Optional<String> totp,
        boolean disabled,
        long version,
        Instant createdAt) {

    Account {
        roles = Set.copyOf(roles);
    }

    /** Whether the password, be it right, still opens anything. */
    boolean isOpenAt(Instant now) {
        return !disabled && passwordUntil.map(until -> now.isBefore(until)).orElse(true);
    }
}

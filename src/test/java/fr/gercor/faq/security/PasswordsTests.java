package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    private static final int TRIES = 5;

    private final Passwords passwords = new Passwords();

    @Test
    void takesAsLongForANameThatNobodyHas() {
        Optional<String> hash = Optional.of(passwords.hash("une phrase de passe"));

        long somebody =
                quickest(() -> assertThat(passwords.matches("une autre", hash)).isFalse());
        long nobody = quickest(() ->
                assertThat(passwords.matches("une autre", Optional.empty())).isFalse());

        assertThat((double) nobody / somebody).isBetween(0.5, 2.0);
    }

    /** The least of a few, so that what else runs here doesn't count. */
    private static long quickest(Runnable work) {
        return LongStream.range(0, TRIES)
                .map(ignored -> {
                    long start = System.nanoTime();
                    work.run();
                    return System.nanoTime() - start;
                })
                .min()
                .orElseThrow();
    }
}

package fr.gercor.faq.escalation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Follow-up codes: four plain French words out of 2,048, so 44 bits, that no other word of the list is a letter away from. A code is
 * drawn from the vault's key and what was handed over, so that the same handover shows the same code again though only its keyed
 * hash is stored.
 */
final class FollowUpCodes {

    private static final String LIST = "/escalation/words.txt";
    private static final int WORDS = 4;
    private static final int BITS_A_WORD = 11;
    private static final int LONGEST_TYPED = 100;
    private static final Pattern BETWEEN = Pattern.compile("[^a-z]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Vault vault;
    private final List<String> words;
    private final Set<String> known;

    FollowUpCodes(Vault vault) {
        this.vault = vault;
        try (InputStream list = Objects.requireNonNull(FollowUpCodes.class.getResourceAsStream(LIST))) {
            words = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known = new HashSet<>(words);
        if (known.size() != 1 << BITS_A_WORD) {
            throw new IllegalStateException(LIST + " holds " + known.size() + " words");
        }
    }

    /**
     * The code of a handover.
     *
     * @param attempt 0, or more where another handover has drawn the same code
     */
    String draw(UUID conversation, String replyId, int attempt) {
        long bits = ByteBuffer.wrap(vault.digest("draw " + conversation + " " + replyId + " " + attempt))
                .getLong();
        List<String> drawn = new ArrayList<>();
        for (int word = 0; word < WORDS; word++) {
            drawn.add(words.get((int) (bits & ((1 << BITS_A_WORD) - 1))));
            bits >>>= BITS_A_WORD;
        }
        return String.join(" ", drawn);
    }

    /** What is stored of a code. */
    String hash(String code) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.digest("code " + code));
    }

    /**
     * A code as somebody types it: capitals, accents, commas and hyphens don't matter.
     *
     * @return empty if it is not four words of the list
     */
    Optional<String> read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String plain = ACCENTS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
        List<String> read =
                BETWEEN.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
        return read.size() == WORDS && known.containsAll(read) ? Optional.of(String.join(" ", read)) : Optional.empty();
    }
}

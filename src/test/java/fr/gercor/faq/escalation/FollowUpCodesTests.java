package fr.gercor.faq.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowUpCodesTests {

    private static final List<String> WORDS = words();

    private static List<String> words() {
        try {
            return Files.readAllLines(Path.of("src/main/resources/escalation/words.txt"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void drawsFromPlainWordsInOrderWithoutAccents() {
        assertThat(WORDS)
                .hasSize(2_048)
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(word -> word.matches("[a-z]{4,9}"));
    }

    @Test
    void keepsWordsMoreThanALetterApart() {
        Set<String> patterns = new HashSet<>();
        for (String word : WORDS) {
            for (int at = 0; at < word.length(); at++) {
                String changed = word.substring(0, at) + "." + word.substring(at + 1);
                assertThat(patterns.add(changed)).as(changed).isTrue();
                assertThat(WORDS).doesNotContain(word.substring(0, at) + word.substring(at + 1));
            }
        }
    }

    @Test
    void drawsOtherCodesUnderAnotherKey() {
        byte[] key = new byte[Vault.KEY_BYTES];
        key[0] = 1;
        FollowUpCodes codes = new FollowUpCodes(new Vault(new byte[Vault.KEY_BYTES]));
        FollowUpCodes others = new FollowUpCodes(new Vault(key));
        UUID conversation = UUID.randomUUID();

        assertThat(codes.draw(conversation, "r", 0)).isNotEqualTo(others.draw(conversation, "r", 0));
        assertThat(codes.draw(conversation, "r", 0)).isNotEqualTo(codes.draw(conversation, "r", 1));
        assertThat(codes.hash("a b c d")).isNotEqualTo(others.hash("a b c d"));
        assertThat(IntStream.range(0, 5_000).mapToObj(at -> codes.draw(conversation, "r", at)))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsItsKeyFromStartToStart(@TempDir Path folder) throws IOException {
        String sealed = Vault.in(folder.resolve("data/key")).seal("zoe@example.org");

        assertThat(sealed).doesNotContain("zoe");
        assertThat(Vault.in(folder.resolve("data/key")).open(sealed)).isEqualTo("zoe@example.org");
    }
}

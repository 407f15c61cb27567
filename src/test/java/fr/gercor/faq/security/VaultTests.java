package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed opens with the same key for the same owner, and no other. */
class VaultTests {

    @TempDir
    private Path data;

    @Test
    void opensWhatItSealedAfterARestart() throws Exception {
        byte[] secret = "secret".getBytes(StandardCharsets.UTF_8);
        String sealed = Vault.in(data).seal("anne", secret);

        assertThat(Vault.in(data).unseal("anne", sealed)).isEqualTo(secret);
        assertThat(Vault.in(data).seal("anne", secret)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> Vault.in(data).unseal("bruno", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsItsKeyForItsOwnerAlone() throws Exception {
        Vault.in(data.resolve("new"));

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.resolve("new").resolve("accounts.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void opensNothingWithAnotherKey(@TempDir Path other) throws Exception {
        String sealed = Vault.in(data).seal("anne", new byte[20]);

        assertThatThrownBy(() -> Vault.in(other).unseal("anne", sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(Vault.in(data).sign("a", "text")).isNotEqualTo(Vault.in(data).sign("b", "text"));
    }
}

package fr.gercor.faq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceArgumentsTests {

    @Test
    void handsPropertiesToSpringAndNamesTheFolders() {
        ServiceArguments read = ServiceArguments.of(
                "serve", "--server.port=0", "--content", "pages", "--intents=questions", "--faq.limits.enabled");

        assertThat(read.fault()).isEmpty();
        assertThat(read.properties())
                .containsExactly(
                        "--server.port=0", "--faq.content=pages", "--faq.intents=questions", "--faq.limits.enabled");
    }

    @Test
    void startsWithNothing() {
        assertThat(ServiceArguments.of()).isEqualTo(ServiceArguments.of("serve"));
    }

    @ParameterizedTest
    @CsvSource({
        "--bogus, There is no option --bogus",
        "--prot=9000, There is no option --prot",
        "-x, There is no option -x",
        "--content, write --content DIR",
        "--intents=, write --intents DIR",
        "srve, There is no command srve",
    })
    void saysWhatToWriteInstead(String argument, String expected) {
        ServiceArguments read = ServiceArguments.of(argument, "--server.port=0");

        assertThat(read.fault()).contains(expected).doesNotContain("\n");
        assertThat(read.properties()).isEmpty();
    }
}

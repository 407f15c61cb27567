package fr.gercor.faq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SpringPropertiesTests {

    private final CommandLine commands =
            new CommandLine(new Root()).addSubcommand(new CheckCommand()).addSubcommand(new ImportCommand());

    @Command(name = "root")
    private static final class Root {}

    @Test
    void takesPropertiesThatTheCommandHasNoUseFor() {
        assertThat(SpringProperties.removedFrom(
                        new String[] {"check", "--server.port=1", "--faq.content=here", "--logging.level.root=warn"},
                        commands))
                .containsExactly("check", "--faq.content=here");
    }

    @Test
    void leavesFilesAndUnknownOptionsToTheCommand() {
        assertThat(SpringProperties.removedFrom(new String[] {"import", "a.txt", "--relase", "--to", "b.c"}, commands))
                .containsExactly("import", "a.txt", "--relase", "--to", "b.c");
    }

    @Test
    void saysInOneLineWhatToWriteInstead() {
        java.io.PrintStream before = System.err;
        java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
        System.setErr(new java.io.PrintStream(said, true, java.nio.charset.StandardCharsets.UTF_8));
        try {
            assertThat(Commands.run("check", "--relase")).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(java.nio.charset.StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Unknown option: '--relase'. Write: check [--content DIR] [--intents DIR] [--release]");
    }
}

package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What was told stands in the database, though the process is killed in the middle of writing. */
class KillTest {

    private static final int ENOUGH = 200;

    @RepeatedTest(3)
    void losesNothingThatWasTold(@TempDir Path folder) throws Exception {
        killedWhileWriting(folder);
    }

    @Tag("long")
    @RepeatedTest(20)
    void losesNothingThatWasToldTwentyTimes(@TempDir Path folder) throws Exception {
        killedWhileWriting(folder);
    }

    private static void killedWhileWriting(Path folder) throws Exception {
        Map<String, List<String>> told = new HashMap<>();
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingUntilKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = writer.inputReader()) {
            int heard = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard += note(line, told) ? 1 : 0;
                if (heard == ENOUGH) {
                    // By its handle: the process itself would close what is still to be read.
                    writer.toHandle().destroyForcibly();
                }
            }
            assertThat(heard).isGreaterThanOrEqualTo(ENOUGH);
        }
        writer.waitFor(10, TimeUnit.SECONDS);

        try (TestConversations given = TestConversations.startedIn(folder)) {
            for (Map.Entry<String, List<String>> each : told.entrySet()) {
                String[] key = each.getKey().split(" ");
                Conversation conversation = given.conversations
                        .resume(UUID.fromString(key[0]), key[1])
                        .orElseThrow();
                List<String> kept = given.allTurns(conversation).stream()
                        .map(turn -> turn.seq() + " " + turn.reply().id())
                        .toList();
                assertThat(kept).startsWith(each.getValue().toArray(String[]::new));
                // One more at most: stored, and not told any more.
                assertThat(kept.size())
                        .isBetween(each.getValue().size(), each.getValue().size() + 1);
            }
        }
    }

    /** A last line that the kill cut short was told to nobody. */
    private static boolean note(String line, Map<String, List<String>> told) throws IOException {
        String[] words = line.split(" ");
        if (words.length != 5 || !words[0].equals("told") || words[4].length() != 36) {
            return false;
        }
        told.computeIfAbsent(words[1] + " " + words[2], key -> new ArrayList<>())
                .add(words[3] + " " + words[4]);
        return true;
    }
}

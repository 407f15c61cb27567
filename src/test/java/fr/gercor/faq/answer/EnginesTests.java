package fr.gercor.faq.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.source.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTests {

    private static final String PAGE = "grand-public/traitements/immunotherapie.md";
    private static final String QUESTION = "Qu'est-ce que l'immunothérapie ?";
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(3);

    /** Where it matters what comes, and not when: whoever builds beside may have every core. */
    private static final Duration IN_THE_END = Duration.ofSeconds(20);

    private static final Pattern VERSION = Pattern.compile("Version \\d+\\.");

    private final EngineFactory factory = new EngineFactory(Clock.systemUTC(), ModelCache.none(), false);

    @TempDir
    private Path folder;

    @Test
    void servesASavedChangeWithinThreeSeconds() {
        Authored authored = new Authored(folder);
        try (Engines engines = authored.start()) {
            authored.save(1);

            assertThat(comesTrue(() -> version(answer(engines.current())).equals("Version 1."), LIVE_WITHIN))
                    .isTrue();
        }
    }

    @Test
    void servesTheLastGoodContentWhileAFileIsBroken() {
        Authored authored = new Authored(folder);
        try (Engines engines = authored.start()) {
            authored.folders.change(PAGE, "reviewedOn: 2026-11-01", "reviewedOn: hier");

            String fault = PAGE + ":6: a day is written 2026-11-22, not hier";
            comesTrue(() -> faults(engines).equals(List.of(fault)), IN_THE_END);
            assertThat(faults(engines)).containsExactly(fault);
            assertThat(new EngineHealth(engines).health().getDetails().get("faults"))
                    .asString()
                    .contains(PAGE + ":6:");
            assertThat(version(answer(engines.current()))).isEqualTo("Version 0.");

            authored.folders.change(PAGE, "reviewedOn: hier", "reviewedOn: 2026-11-20");
            assertThat(comesTrue(() -> engines.faults().isEmpty(), IN_THE_END)).isTrue();
            assertThat(answer(engines.current()).passages().getFirst().reviewedOn())
                    .isEqualTo("2026-11-20");
        }
    }

    @Test
    void followsWithTheClassifierOnceItIsTrained() {
        Authored authored = new Authored(folder);
        try (Engines engines = authored.start()) {
            String version = engines.current().version();

            assertThat(comesTrue(() -> engines.current().isTrained(), IN_THE_END))
                    .isTrue();
            assertThat(engines.current().version()).isEqualTo(version);
            assertThat(version(answer(engines.current()))).isEqualTo("Version 0.");
        }
    }

    @Test
    void mixesNoTwoVersionsWhileContentIsReloaded() {
        reloadUnderQuestions(5);
    }

    @Test
    @Tag("long")
    void mixesNoTwoVersionsInFiftyReloads() {
        reloadUnderQuestions(50);
    }

    /** Every section of the page carries the number of its version: an answer that shows two was made of two. */
    private void reloadUnderQuestions(int reloads) {
        Authored authored = new Authored(folder);
        Set<String> mixed = ConcurrentHashMap.newKeySet();
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean open = new AtomicBoolean(true);
        try (Engines engines = authored.start();
                ExecutorService patients = Executors.newFixedThreadPool(2)) {
            Runnable patient = () -> {
                while (open.get()) {
                    String version = version(answer(engines.current()));
                    asked.incrementAndGet();
                    if (!version.matches("Version \\d+\\.")) {
                        mixed.add(version);
                    }
                }
            };
            patients.execute(patient);
            patients.execute(patient);
            try {
                for (int reload = 1; reload <= reloads; reload++) {
                    authored.save(reload);
                    String expected = "Version " + reload + ".";
                    assertThat(comesTrue(
                                    () -> version(answer(engines.current())).equals(expected), IN_THE_END))
                            .as(expected)
                            .isTrue();
                }
            } finally {
                open.set(false);
            }
        }

        assertThat(mixed).isEmpty();
        assertThat(asked).hasValueGreaterThan(reloads);
    }

    /** The folders of an author who numbers the versions of one page, in the last sentence of each section. */
    private final class Authored {
        private final AuthoredFolders folders;
        private int version;

        Authored(Path folder) {
            folders = new AuthoredFolders(folder);
            for (String end : List.of("d'agir.", "six semaines.", "le jour même.")) {
                folders.change(PAGE, end, end + " Version 0.");
            }
        }

        Engines start() {
            return Engines.start(factory, folders.content(), folders.intents());
        }

        void save(int next) {
            folders.change(PAGE, "Version " + version + ".", "Version " + next + ".");
            version = next;
        }
    }

    private static List<String> faults(Engines engines) {
        return engines.faults().stream().map(Fault::toString).toList();
    }

    /** The versions that a reply shows, each once. */
    private static String version(Reply reply) {
        return VERSION.matcher(String.join(
                        " ",
                        reply.passages().stream()
                                .map(Reply.QuotedPassage::quote)
                                .toList()))
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Reply answer(Engine engine) {
        return engine.answer(List.of(), new Message.Text(QUESTION), Audience.PUBLIC)
                .reply();
    }

    private static boolean comesTrue(BooleanSupplier condition, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return condition.getAsBoolean();
    }
}

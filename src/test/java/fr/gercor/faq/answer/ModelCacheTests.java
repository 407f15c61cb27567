package fr.gercor.faq.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.testsupport.TinyEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTests {

    private static final SourceFolder CONTENT = SourceFolder.read(TinyEngine.CONTENT);
    private static final SourceFolder INTENTS = SourceFolder.read(TinyEngine.INTENTS);

    @TempDir
    private Path folder;

    private Engine trained = TinyEngine.shared();

    @BeforeEach
    void trainOnce() {
        EngineFactory factory = factory();
        trained = factory.train(factory.build(CONTENT, INTENTS));
    }

    @Test
    void trainsNothingTheSecondTime() {
        EngineFactory.Built again = factory().build(CONTENT, INTENTS);

        assertThat(again.engine().isTrained()).isTrue();
        assertThat(factory().train(again)).isSameAs(again.engine());
        assertThat(confidence(again.engine())).isEqualTo(confidence(trained));
    }

    @Test
    void noticesAFlippedByteWhereverItIsAndTrainsAgain() throws IOException {
        byte[] whole = Files.readAllBytes(model());
        for (int place : List.of(0, 3, whole.length / 3, whole.length / 2, whole.length - 1)) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 0x10;
            Files.write(model(), flipped);

            assertThat(factory().build(CONTENT, INTENTS).engine().isTrained())
                    .as("byte %d of %d", place, whole.length)
                    .isFalse();
        }

        EngineFactory factory = factory();
        Engine again = factory.train(factory.build(CONTENT, INTENTS));
        assertThat(again.isTrained()).isTrue();
        assertThat(factory().build(CONTENT, INTENTS).engine().isTrained()).isTrue();
    }

    @Test
    void trainsAgainWhereTheFileIsCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(model());
        for (int length : List.of(0, 5, whole.length - 8, whole.length - 1)) {
            Files.write(model(), java.util.Arrays.copyOf(whole, length));

            assertThat(factory().build(CONTENT, INTENTS).engine().isTrained()).isFalse();
        }
    }

    @Test
    void trainsAgainForOtherUtterances() {
        List<SourceFile> files = new ArrayList<>(INTENTS.files());
        files.replaceAll(
                file -> new SourceFile(file.path(), file.text().replace("c'est quoi une chimio", "la chimio, dis")));

        assertThat(factory().build(CONTENT, new SourceFolder(files)).engine().isTrained())
                .isFalse();
    }

    @Test
    void keepsNothingWhereThereIsNoCache() {
        EngineFactory factory = new EngineFactory(Clock.systemUTC(), ModelCache.none(), false);

        assertThat(factory.build(CONTENT, INTENTS).engine().isTrained()).isFalse();
    }

    private EngineFactory factory() {
        return new EngineFactory(Clock.systemUTC(), ModelCache.in(folder), false);
    }

    private Path model() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".model"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static double confidence(Engine engine) {
        return engine.answer(List.of(), new Message.Text("combien de temps dure l'immunothérapie"), Audience.PUBLIC)
                .reply()
                .confidence();
    }
}

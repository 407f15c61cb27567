package fr.gercor.faq.testsupport;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.EngineFactory;
import fr.gercor.faq.answer.ModelCache;
import fr.gercor.faq.source.SourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.stream.Stream;

/** The content and the intents that are served. Training takes a minute of both cores, so all tests share what one has trained. */
public final class WholeContent {

    public static final Path CONTENT = Path.of("content");
    public static final Path INTENTS = Path.of("intents");

    private static final Path MODELS = Path.of("target/models");

    /** Held by whichever of the processes that run tests trains first; the others read what it kept. */
    private static final Path LOCK = Path.of("target/models.lock");

    private WholeContent() {}

    private static final class Shared {
        static final Engine ENGINE = train();

        private static Engine train() {
            EngineFactory factory = new EngineFactory(Clock.systemUTC(), cache(), false);
            try (FileChannel lock = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                return factory.train(factory.build(SourceFolder.read(CONTENT), SourceFolder.read(INTENTS)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where the trained model is kept. */
    public static ModelCache cache() {
        return ModelCache.in(MODELS);
    }

    /** The engine with its classifier. */
    public static Engine trained() {
        return Shared.ENGINE;
    }

    /** Gives a folder of data what was trained, so that a service started on it trains nothing. */
    public static void lendModels(Path data) {
        trained();
        Path models = data.resolve("models");
        try (Stream<Path> files = Files.list(MODELS)) {
            Files.createDirectories(models);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, models.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

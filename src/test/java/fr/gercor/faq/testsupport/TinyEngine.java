package fr.gercor.faq.testsupport;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.EngineFactory;
import fr.gercor.faq.answer.ModelCache;
import fr.gercor.faq.source.SourceFolder;
import java.nio.file.Path;
import java.time.Clock;

/** An engine over four short pages, built in a moment. */
public final class TinyEngine {

    public static final Path CONTENT = Path.of("src/test/resources/tiny/content");
    public static final Path INTENTS = Path.of("src/test/resources/tiny/intents");

    private TinyEngine() {}

    private static final class Shared {
        static final Engine ENGINE = new EngineFactory(Clock.systemUTC(), ModelCache.none(), false)
                .build(SourceFolder.read(CONTENT), SourceFolder.read(INTENTS))
                .engine();
    }

    public static Engine shared() {
        return Shared.ENGINE;
    }
}

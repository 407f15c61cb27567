package fr.gercor.faq.testsupport;

import fr.gercor.faq.FaqApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a free port, as operators start it. */
public final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the service without rate limits.
     *
     * @param data where it keeps what it is told
     * @param more options
     */
    public static RunningService start(Path content, Path intents, Path data, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--server.port=0",
                "--faq.content=" + content,
                "--faq.intents=" + intents,
                "--faq.data=" + data,
                "--faq.limits.enabled=false"));
        options.addAll(List.of(more));
        return new RunningService(SpringApplication.run(FaqApplication.class, options.toArray(String[]::new)));
    }

    /** The service on four short pages. */
    public static RunningService tiny(Path data) {
        return start(TinyEngine.CONTENT, TinyEngine.INTENTS, data);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public String origin() {
        return "http://localhost:" + port();
    }

    public URI at(String path) {
        return URI.create(origin() + path);
    }

    /** Ends the service as SIGTERM does. */
    @Override
    public void close() {
        context.close();
    }
}

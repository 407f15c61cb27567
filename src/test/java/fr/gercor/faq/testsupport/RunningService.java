package fr.gercor.faq.testsupport;

import fr.gercor.faq.FaqApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a free port, as operators start it. */
public final class RunningService implements AutoCloseable {

    private static final String LIMITS = "--faq.limits.enabled=";

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the service, without rate limits unless an option says otherwise.
     *
     * @param data where it keeps what it is told
     * @param more options
     */
    public static RunningService start(Path content, Path intents, Path data, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--server.port=0", "--faq.content=" + content, "--faq.intents=" + intents, "--faq.data=" + data));
        options.addAll(List.of(more));
        if (options.stream().noneMatch(option -> option.startsWith(LIMITS))) {
            options.add(LIMITS + "false");
        }
        return new RunningService(FaqApplication.service().run(options.toArray(String[]::new)));
    }

    /** The service on four short pages. */
    public static RunningService tiny(Path data, String... more) {
        return start(TinyEngine.CONTENT, TinyEngine.INTENTS, data, more);
    }

    /** The service on all that is served, its classifier trained. */
    public static RunningService whole(Path data, String... more) {
        WholeContent.lendModels(data);
        return start(WholeContent.CONTENT, WholeContent.INTENTS, data, more);
    }

    /** A part of the service, to be broken. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Its parts, for what no door gives: accounts that a test logs in with. */
    public ConfigurableApplicationContext context() {
        return context;
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

package fr.gercor.faq.testsupport;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Chromium for one test class. Where the machine has none, the tests are skipped, or fail if the browser tests are required:
 * {@code FAQ_BROWSER_REQUIRED=true}, a system property or a variable of the environment.
 */
public final class Browsers implements AutoCloseable {

    private static final String REQUIRED = "FAQ_BROWSER_REQUIRED";
    private static final String NO_CHROMIUM =
            "No Chromium here: install Debian's package \"chromium\" to run the browser tests";

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Path chromium) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    /** Opens the browser, or ends the test with one line that says what to install. */
    public static Browsers open() {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            if (isRequired()) {
                throw new AssertionError(NO_CHROMIUM);
            }
            System.err.println(NO_CHROMIUM);
            Assumptions.abort(NO_CHROMIUM);
        }
        return new Browsers(chromium.orElseThrow());
    }

    /** The browser itself: each test makes its own context. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static boolean isRequired() {
        return Boolean.getBoolean(REQUIRED) || Boolean.parseBoolean(System.getenv(REQUIRED));
    }

    private static Optional<Path> chromium() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(
                        Stream.of(Path.of("/usr/bin/chromium")),
                        Stream.of(path.split(File.pathSeparator))
                                .filter(folder -> !folder.isBlank())
                                .map(folder -> Path.of(folder, "chromium")))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

package fr.gercor.faq;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpServer;
import fr.gercor.faq.testsupport.Browsers;
import fr.gercor.faq.testsupport.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A patient in front of the widget, in Chromium, on the content and the intents that are served. */
@Tag("browser")
class WidgetBrowserTests {

    private static final String QUESTION = "Qu'est-ce que l'immunothérapie ?";
    private static final String PAGE = "grand-public/traitements/immunotherapie";
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);

    @TempDir
    private static Path data;

    private static Browsers browsers;
    private static RunningService service;
    private static HttpServer otherSite;

    private BrowserContext context;

    @BeforeAll
    static void start() throws IOException {
        browsers = Browsers.open();
        AtomicReference<String> page = new AtomicReference<>("");
        otherSite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        otherSite.createContext("/", exchange -> {
            byte[] body = page.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        otherSite.start();
        service = RunningService.whole(data, "--faq.widget.origins=" + otherOrigin());
        page.set("""
                <!doctype html>
                <html lang="fr">
                <head><meta charset="utf-8"><title>Un autre site</title></head>
                <body><main><h1>Un autre site</h1></main>
                <script type="module" src="%s/widget/gercor-chat.js"></script>
                <gercor-chat></gercor-chat>
                </body></html>
                """.formatted(service.origin()));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (otherSite != null) {
            otherSite.stop(0);
        }
        if (browsers != null) {
            browsers.close();
        }
    }

    @BeforeEach
    void enter() {
        context = browsers.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale("fr-FR"));
    }

    @AfterEach
    void leave() {
        context.close();
    }

    @Test
    void readsTheMarkedSentencesWithTheKeyboardAlone() {
        Page page = visit(service.origin() + "/");
        openByKeyboard(page);
        FrameLocator panel = panel(page);
        page.keyboard().type(QUESTION);
        page.keyboard().press("Enter");

        Locator passage = panel.locator("figure.passage").first();
        assertThat(passage).isVisible(PATIENTLY);
        assertThat(passage).hasAttribute("data-page", PAGE);
        String quote = passage.locator(".quote").innerText();
        assertThat(panel.locator("#question")).isFocused();

        Locator link = passage.locator("a.read-on");
        press(page, "Shift+Tab", link);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/" + PAGE + "\\?quote=.*"));

        Locator marks = page.locator("mark");
        assertThat(marks.first()).isInViewport();
        assertThat(words(String.join(" ", marks.allInnerTexts()))).isEqualTo(words(quote));
    }

    @Test
    void answersOnAPageOfAnotherOrigin() {
        Page page = visit(otherOrigin() + "/");
        openByKeyboard(page);
        page.keyboard().type(QUESTION);
        page.keyboard().press("Enter");

        Locator passage = panel(page).locator("figure.passage").first();
        assertThat(passage).isVisible(PATIENTLY);
        assertThat(passage).hasAttribute("data-page", PAGE);
        assertThat(passage.locator("a.read-on"))
                .hasAttribute("href", Pattern.compile("^" + service.origin() + "/" + PAGE + "\\?quote="));
        assertThat(passage.locator("a.read-on")).hasAttribute("target", "_blank");
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }

    @Test
    void storesNothingBeforeItIsOpened() {
        Page page = visit(service.origin() + "/");
        assertThat(launcher(page)).isVisible();

        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
        assertThat(context.cookies()).isEmpty();
    }

    @Test
    void axeFindsNoViolationWithThePanelClosedOrOpen() {
        Page page = visit(service.origin() + "/" + PAGE);
        assertThat(launcher(page)).isVisible();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

        openByKeyboard(page);
        page.keyboard().type(QUESTION);
        page.keyboard().press("Enter");
        assertThat(panel(page).locator("figure.passage").first()).isVisible(PATIENTLY);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void givesTheFocusBackOnEscape() {
        Page page = visit(service.origin() + "/");
        openByKeyboard(page);

        page.keyboard().press("Escape");

        assertThat(launcher(page)).isFocused();
        assertThat(launcher(page)).hasAttribute("aria-expanded", "false");
    }

    @Test
    void saysThatTheConnectionIsLostAndSendsWhatWasTypedMeanwhile() {
        AtomicReference<Boolean> tunnel = new AtomicReference<>(false);
        context.routeWebSocket(Pattern.compile(".*/ws"), socket -> {
            if (tunnel.get()) {
                socket.close();
                return;
            }
            var server = socket.connectToServer();
            socket.onMessage(frame -> {
                if (tunnel.get()) {
                    socket.close();
                    server.close();
                } else {
                    server.send(frame.text());
                }
            });
        });
        context.route(Pattern.compile(".*/api/v1/.*"), route -> {
            if (tunnel.get()) {
                route.abort();
            } else {
                route.resume();
            }
        });
        Page page = visit(service.origin() + "/");
        openByKeyboard(page);
        FrameLocator panel = panel(page);
        page.keyboard().type("bonjour");
        page.keyboard().press("Enter");
        assertThat(panel.locator(".turn[data-seq] .said").first()).isVisible(PATIENTLY);

        tunnel.set(true);
        page.keyboard().type(QUESTION);
        page.keyboard().press("Enter");
        assertThat(panel.locator("#banner")).isVisible(PATIENTLY);
        assertThat(panel.locator(".said.pending")).containsText(QUESTION);

        tunnel.set(false);
        panel.locator("#retry").press("Enter");
        Locator passage = panel.locator("figure.passage").first();
        assertThat(passage).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(panel.locator("#banner")).isHidden();
        assertThat(panel.locator(".said", new FrameLocator.LocatorOptions().setHasText(QUESTION)))
                .hasCount(1);
    }

    @Test
    void resumesTheConversationAfterAReload() {
        Page page = visit(service.origin() + "/");
        openByKeyboard(page);
        page.keyboard().type(QUESTION);
        page.keyboard().press("Enter");
        assertThat(panel(page).locator("figure.passage").first()).isVisible(PATIENTLY);

        page.reload();
        openByKeyboard(page);

        assertThat(panel(page).locator("figure.passage").first()).isVisible(PATIENTLY);
        assertThat(panel(page).locator(".said")).hasCount(1);
    }

    @Test
    void erasesTheConversation() {
        Page page = visit(service.origin() + "/");
        openByKeyboard(page);
        FrameLocator panel = panel(page);
        page.keyboard().type(QUESTION);
        page.keyboard().press("Enter");
        assertThat(panel.locator("figure.passage").first()).isVisible(PATIENTLY);

        panel.locator("#open-options").press("Enter");
        panel.locator("#erase").press("Enter");
        panel.locator("#confirm-yes").press("Enter");

        assertThat(panel.locator("figure.passage")).hasCount(0);
        assertThat(panel.locator(".said")).hasCount(0);
        assertThat(panel.locator("article.reply")).hasCount(1);
        page.reload();
        openByKeyboard(page);
        assertThat(panel(page).locator("article.reply")).hasCount(1);
        assertThat(panel(page).locator(".said")).hasCount(0);
    }

    private static String otherOrigin() {
        // Another host name too, so that nothing but the origin's own rules decides.
        return "http://127.0.0.1:" + otherSite.getAddress().getPort();
    }

    private Page visit(String address) {
        Page page = context.newPage();
        page.navigate(address);
        return page;
    }

    private static Locator launcher(Page page) {
        return page.locator("gercor-chat #launcher");
    }

    private static FrameLocator panel(Page page) {
        return page.frameLocator("gercor-chat iframe#frame");
    }

    /** Tab by tab to the launcher, and in; the panel then has the focus where one writes. */
    private static void openByKeyboard(Page page) {
        assertThat(launcher(page)).isVisible();
        press(page, "Shift+Tab", launcher(page));
        page.keyboard().press("Enter");
        assertThat(panel(page).locator("#question")).isFocused();
        assertThat(panel(page).locator("article.reply").first()).isVisible(PATIENTLY);
    }

    /** Presses a key until an element has the focus. */
    private static void press(Page page, String key, Locator wanted) {
        for (int times = 0; times < 200; times++) {
            if ((boolean) wanted.evaluate("element => element.getRootNode().activeElement === element"
                    + " && element.ownerDocument.hasFocus()")) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("No " + key + " leads to " + wanted);
    }

    /** Marks may cut a text anywhere; its words stay. */
    private static String words(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", "");
    }
}

package fr.gercor.faq.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.content.Quote;
import fr.gercor.faq.testsupport.Browsers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The site in a real browser, whose pictures are left in {@code target/site}. */
@Tag("browser")
@SpringBootTest(classes = SiteApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SiteBrowserTests {

    private static final String RAYONS = "/grand-public/traitements/rayons";

    private static Browsers browsers;

    @LocalServerPort
    private int port;

    @Autowired
    private Engines engines;

    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @AfterEach
    void leave() {
        contexts.forEach(BrowserContext::close);
    }

    @ParameterizedTest
    @CsvSource({
        "/,LIGHT",
        "/,DARK",
        RAYONS + ",LIGHT",
        RAYONS + ",DARK",
        "/recherche?q=fatigue,LIGHT",
        "/recherche?q=zzyzx,DARK",
        "/glossaire,LIGHT",
        "/grand-public,LIGHT",
        "/grand-public/traitements/ancienne,DARK",
        "/nulle-part,LIGHT"
    })
    void axeFindsNoViolation(String address, ColorScheme colours) {
        Page page = visit(address, options(1280, 900).setColorScheme(colours));

        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void axeFindsNoViolationOnAMarkedPageWithADefinitionOpen() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = visit(quoted("definition"), options(1280, 900).setColorScheme(colours));
            page.locator("button.term").first().click();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showsTheQuotedSentenceOnScreenHoweverLongTheSection(boolean script) {
        for (int width : List.of(1280, 320)) {
            for (String anchor : List.of("definition", "seances", "effets")) {
                Page page = visit(quoted(anchor), options(width, 640).setJavaScriptEnabled(script));
                assertThat(isOnScreen(page, page.locator("mark[id]")))
                        .as(anchor + " at " + width)
                        .isTrue();
                picture(page, "marked-" + anchor + "-" + width, false);
            }
        }
    }

    @Test
    void skipsToTheContentByKeyboard() {
        Page page = visit(RAYONS, options(1280, 900));

        page.keyboard().press("Tab");
        // The link slides in: it is waited for, and the test fails where it never comes.
        page.waitForCondition(() -> isOnScreen(page, page.locator(".skip")));
        assertThat(focused(page)).contains("Aller au contenu");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertThat(page.evaluate("document.querySelector('main').contains(document.activeElement)"))
                .isEqualTo(true);
    }

    @Test
    void disclosesADefinitionByKeyboardAndNeverByAHover() {
        Page page = visit(RAYONS, options(1280, 900));
        Locator term = page.locator("button.term").first();
        Locator definition = page.locator("#" + term.getAttribute("aria-controls"));

        term.hover();
        assertThat(definition.isVisible()).isFalse();
        term.focus();
        page.keyboard().press("Enter");
        assertThat(term.getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(definition.isVisible()).isTrue();
        assertThat(definition.textContent()).contains("Prélèvement d'un \"petit\" morceau de tissu.");
        page.keyboard().press("Escape");
        assertThat(definition.isVisible()).isFalse();
        assertThat(focused(page)).isEqualTo("biopsie");
    }

    @Test
    void leadsFromATermToTheGlossaryWithoutJavaScript() {
        Page page = visit(RAYONS, options(1280, 900).setJavaScriptEnabled(false));

        page.locator("a.term").first().click();

        assertThat(page.url()).endsWith("/glossaire#biopsie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", RAYONS, "/recherche?q=fatigue", "/glossaire", "/grand-public", "/nulle-part"})
    void fitsSmallScreensAndLargeText(String address) {
        Page small = visit(address, options(320, 640));
        assertThat(overflow(small)).isLessThanOrEqualTo(0);
        picture(small, "small" + address.replaceAll("\\W+", "-"), false);

        // A reader's own text size of 200 %, as browsers set it: on the root.
        Page large = visit(address, options(640, 800));
        large.evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat(overflow(large)).isLessThanOrEqualTo(0);
    }

    @Test
    void opensTheMenuOfASmallScreenByKeyboard() {
        Page page = visit(RAYONS, options(320, 640).setJavaScriptEnabled(false));
        Locator links = page.locator("#page-menu a");

        assertThat(links.first().isVisible()).isFalse();
        page.locator(".menu-button").focus();
        page.keyboard().press("Enter");
        assertThat(links.first().isVisible()).isTrue();
        picture(page, "menu", false);
        page.keyboard().press("Escape");
        assertThat(links.first().isVisible()).isFalse();
    }

    @Test
    void givesNavigationTargetsOf44Pixels() {
        for (int width : List.of(320, 1280)) {
            Page page = visit(RAYONS, options(width, 900));
            if (width == 320) {
                page.locator(".menu-button").click();
            }
            Object small =
                    page.evaluate("[...document.querySelectorAll('.menu a, .crumbs a, .ways a, .foot nav a, .brand,"
                            + " .search button')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.9)"
                            + ".map(e => e.textContent)");
            assertThat((List<?>) small).isEmpty();
        }
    }

    @Test
    void breaksNoRuleOfTheContentSecurityPolicy() {
        List<String> complaints = new ArrayList<>();
        for (String address : List.of("/", quoted("seances"), "/recherche?q=fatigue", "/glossaire")) {
            BrowserContext context = context(options(1280, 900));
            Page page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(url(address));
            page.waitForTimeout(300);
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void printsTheTextAndItsSourcesWithoutTheNavigation() {
        Page page = visit(RAYONS, options(794, 1123));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("#page-menu").isVisible()).isFalse();
        assertThat(page.locator(".contents").isVisible()).isFalse();
        assertThat(page.locator("#page-recherche").isVisible()).isFalse();
        assertThat(page.locator(".printed").innerText()).contains(RAYONS);
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.sources a'), '::after').content"))
                .asString()
                .contains("https://example.org/guide");
        picture(page, "print", true);
    }

    @Test
    void leavesPictures() {
        picture(visit("/", options(1280, 900)), "home", true);
        picture(visit(RAYONS, options(1280, 900).setColorScheme(ColorScheme.DARK)), "dark", false);
        picture(visit(quoted("definition"), options(1280, 900).setForcedColors(ForcedColors.ACTIVE)), "forced", false);
    }

    private String quoted(String anchor) {
        Quote quote = engines.current()
                .content()
                .page(RAYONS.substring(1))
                .orElseThrow()
                .passages(anchor)
                .getLast()
                .whole();
        return RAYONS + "?quote=" + quote.hash() + "#" + anchor;
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height);
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browsers.browser().newContext(options);
        contexts.add(context);
        return context;
    }

    private Page visit(String address, Browser.NewContextOptions options) {
        Page page = context(options).newPage();
        page.navigate(url(address));
        return page;
    }

    private String url(String address) {
        return "http://localhost:" + port + address;
    }

    private static boolean isOnScreen(Page page, Locator locator) {
        var box = locator.boundingBox();
        return box != null && box.y >= 0 && box.y + Math.min(box.height, 40) <= page.viewportSize().height;
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.textContent.trim()");
    }

    private static int overflow(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private static void picture(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "site", name + ".png"))
                .setFullPage(whole));
    }
}

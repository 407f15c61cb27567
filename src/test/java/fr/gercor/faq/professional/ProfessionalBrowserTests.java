package fr.gercor.faq.professional;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import fr.gercor.faq.testsupport.Browsers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The clinicians' pages in a real browser, on the protocols of the site; pictures are left in {@code target/professional}. */
@Tag("browser")
@DirtiesContext // it holds all that is served
@SpringBootTest(
        classes = ProfessionalApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"faq.content=content", "faq.intents=intents"})
class ProfessionalBrowserTests {

    private static final Path PICTURES = Path.of("target/professional");

    /** 8 points, in pixels of CSS. */
    private static final double SMALLEST_PRINT = 8 * 96 / 72.0;

    @TempDir
    private static Path data;

    private static Browsers browsers;

    @LocalServerPort
    private int port;

    private final List<BrowserContext> contexts = new ArrayList<>();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("faq.data", () -> data);
    }

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
    @ValueSource(booleans = {true, false})
    void answersWithTheRowAndLeadsToItOnItsPage(boolean script) {
        Page page = visit("/pro", options(1280, 900).setJavaScriptEnabled(script));
        page.fill("#pro-question", "Quelle dose de gemcitabine en perfusion dans GEMOX ?");
        page.click(".ask .send");
        page.waitForURL(Pattern.compile("/pro/conversations/"));

        assertThat(page.locator(".source .quote tbody").first().innerText())
                .contains("Gemcitabine (GEMOX)", "1 000 mg/m²");
        picture(page, "answer-" + (script ? "script" : "plain"));
        page.locator(".source .quote .where a").first().click();
        page.waitForURL(Pattern.compile("/professionnels/protocoles-gercor/gemox"));
        assertThat(page.locator("mark").allInnerTexts()).anyMatch(text -> text.contains("Gemcitabine (GEMOX)"));
    }

    @Test
    void addsTheNextAnswerWithoutLeavingThePage() {
        Page page = visit("/pro", options(390, 844));
        ask(page, "FOLFOX ou XELOX ?");
        page.evaluate("() => { window.stayed = true }");
        ask(page, "Que faire en cas de neutropénie fébrile sous FOLFIRINOX ?");
        page.locator(".turn").nth(1).waitFor();

        assertThat(page.evaluate("() => window.stayed === true")).isEqualTo(true);
        assertThat(page.locator("#pro-question").inputValue()).isEmpty();
        picture(page, "talk-390");
    }

    @ParameterizedTest
    @CsvSource({
        "/pro,LIGHT",
        "/pro,DARK",
        "/pro/protocoles,LIGHT",
        "/pro/protocoles?organe=pancréas,DARK",
        "/pro/protocoles/gemox,LIGHT",
        "/pro/protocoles/folfox,DARK"
    })
    void axeFindsNoViolation(String address, ColorScheme colours) {
        Page page = visit(address, options(1280, 900).setColorScheme(colours));

        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "390,DARK"})
    void axeFindsNoViolationInAnAnswerAndAComparison(int width, ColorScheme colours) {
        Page page = visit("/pro", options(width, 900).setColorScheme(colours));
        ask(page, "Quelle dose de gemcitabine en perfusion dans GEMOX ?");
        picture(page, "answer-" + width);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        ask(page, "FOLFOX4 ou XELOX chez un patient de 80 kg ?");
        page.locator(".comparison").waitFor();
        picture(page, "comparison-" + width);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void narrowsTheListAsAFilterIsChosen() {
        Page page = visit("/pro/protocoles", options(1280, 900));
        int all = page.locator(".protocols > li").count();
        page.selectOption("#filtre-organe", "voies biliaires");
        page.waitForURL(Pattern.compile("organe=voies"));

        assertThat(page.locator(".protocols > li").count()).isBetween(1, all - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390, 320})
    void neverScrollsSideways(int width) {
        for (String address : List.of("/pro", "/pro/protocoles", "/pro/protocoles/gemox", "/pro/protocoles/folfox")) {
            Page page = visit(address, options(width, 844));
            picture(page, address.replaceAll("[^a-z]+", "-") + "-" + width);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as(address + " at " + width)
                    .isLessThanOrEqualTo(width);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemox", "folfirinox", "xelox"})
    void printsOneSheetThatCanBeRead(String slug) {
        Page page = visit("/pro/protocoles/" + slug, options(1280, 900));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        double smallest = ((Number) page.evaluate("""
                () => Math.min(...[...document.querySelectorAll('main *')]
                    .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                    .map(e => parseFloat(getComputedStyle(e).fontSize)))""")).doubleValue();
        byte[] sheet = page.pdf(new Page.PdfOptions()
                .setPath(PICTURES.resolve(slug + ".pdf"))
                .setPreferCSSPageSize(true)
                .setPrintBackground(true));

        assertThat(smallest).isGreaterThanOrEqualTo(SMALLEST_PRINT - 0.01);
        assertThat(pages(sheet)).isEqualTo(1);
    }

    private static long pages(byte[] pdf) {
        return Pattern.compile("/Type\\s*/Page\\b(?!s)")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    private static void ask(Page page, String question) {
        int before = page.locator(".turn").count();
        page.fill("#pro-question", question);
        page.click(".ask .send");
        page.locator(".turn").nth(before).waitFor();
    }

    private Page visit(String address, Browser.NewContextOptions options) {
        BrowserContext context = browsers.browser().newContext(options.setHttpCredentials("anne", "password"));
        contexts.add(context);
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + address);
        return page;
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height).setLocale("fr-FR");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}

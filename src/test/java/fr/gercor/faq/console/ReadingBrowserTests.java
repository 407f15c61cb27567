package fr.gercor.faq.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.Feedback;
import fr.gercor.faq.testsupport.Browsers;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The screens for reading in a real browser, whose pictures are left in {@code target/console}. */
@Tag("browser")
@SpringBootTest(
        classes = ReadingApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"faq.content=src/test/resources/tiny/content", "faq.intents=src/test/resources/tiny/intents"})
class ReadingBrowserTests {

    private static final int WIDE = 1280;

    @TempDir
    static Path data;

    private static Browsers browsers;

    @LocalServerPort
    private int port;

    @Autowired
    private Conversations conversations;

    @Autowired
    private JdbcClient jdbc;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private UUID conversation;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("faq.data", data::toString);
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

    @BeforeEach
    void patientsWrite() {
        jdbc.sql("delete from conversation").update();
        write();
        // The same a week ago, so that there is something to compare to and to draw from.
        jdbc.sql("update turn set at = :at")
                .param("at", OffsetDateTime.now(ZoneOffset.UTC).minusDays(7).minusMinutes(10))
                .update();
        write();
        Desk.rated(
                conversations,
                "la chimio fait elle perdre les cheveux",
                new Feedback(Feedback.Vote.DOWN, Optional.empty(), Optional.of("ça ne répond pas à ma question")));
        conversation = Desk.rated(
                conversations,
                "Que faire contre la fatige ?",
                new Feedback(Feedback.Vote.UP, Optional.empty(), Optional.of("merci, c'est clair")));
        try (Desk desk = new Desk(port, "luc")) {
            String page = "/console/conversations/" + conversation;
            desk.post(
                    page,
                    page + "/tours/1/jugement",
                    Map.of("verdict", "right", "etat", "to_check", "commentaire", "À montrer à l'équipe."));
        }
    }

    private void write() {
        for (String question : List.of(
                "C'est quoi l'immunothérapie ?",
                "Combien de temps dure une séance de chimio ?",
                "J'ai 39,5 de fièvre depuis ce matin",
                "Quel est le score du match de samedi ?",
                "Pourquoi je suis si fatiguée après mes séances ?",
                "Comment se passe une séance de chimiothérapie à l'hôpital de jour ?",
                "mon fils a le droit de venir me voir ?",
                "Qui a gagné l'élection ?")) {
            Desk.conversation(conversations, question);
        }
    }

    @AfterEach
    void leave() {
        contexts.forEach(BrowserContext::close);
    }

    private List<String> addresses() {
        return List.of(
                "/console",
                "/console?duree=semaine",
                "/console/conversations",
                "/console/conversations?reponse=out_of_scope",
                "/console/conversations/" + conversation,
                "/console/relecture",
                "/console/confidentialite");
    }

    @Test
    void axeFindsNoViolationOnAnyScreen() {
        for (String address : addresses()) {
            Page page = visit(address, options(WIDE));
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(address)
                    .isEmpty();
            // What colours don't change is asked once.
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(new AxeBuilder(page)
                            .withRules(List.of("color-contrast"))
                            .analyze()
                            .getViolations())
                    .as(address + " in the dark")
                    .isEmpty();
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, 820})
    void noScreenScrollsSideways(int width) {
        for (String address : addresses()) {
            Page page = visit(address, options(width));
            picture(page, name(address) + "-" + width);
            assertThat(overflow(page)).as(address + " at " + width).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void movesByKeyboardAndLabelsWithoutAReload() {
        Page page = visit("/console/conversations", options(1280));
        page.evaluate("window.stayed = true");

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("d");

        page.locator(".row").first().locator("[data-key=d][aria-pressed=true]").waitFor();
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        page.keyboard().press("j");
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('.row')].findIndex(row => row.contains(document.activeElement))"))
                .isEqualTo(1);
        page.locator("#q").focus();
        page.keyboard().type("jed");
        assertThat(page.locator("#q").inputValue()).isEqualTo("jed");
        page.locator("[data-keys] input").uncheck();
        page.locator(".row a").nth(3).focus();
        page.keyboard().press("k");
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('.row')].findIndex(row => row.contains(document.activeElement))"))
                .isEqualTo(3);
    }

    @Test
    void judgesAReplyWithoutAReloadAndWithoutASecondLook() {
        Page page = visit("/console/conversations/" + conversation, options(1280));
        long looks = looks();

        page.locator("input[value=wrong_page]").check();
        page.locator("[name=bonne-page]").fill("grand-public/traitements/chimiotherapie");
        page.locator("[name=cause]").selectOption("lexicon");
        page.locator(".review button").click();
        page.locator(".review .saved").waitFor();

        assertThat(page.locator(".review details summary").textContent()).contains("2");
        assertThat(looks()).isEqualTo(looks);
    }

    private long looks() {
        return jdbc.sql("select count(*) from audit_event").query(Long.class).single();
    }

    @Test
    void runsNothingThatAPatientTyped() {
        UUID hostile = Desk.conversation(conversations, HostileTexts.all().toArray(String[]::new));
        List<Long> refs = jdbc.sql("select ref from turn where conversation_id = :id order by seq")
                .param("id", hostile)
                .query((row, number) -> row.getLong(1))
                .list();
        for (int i = 0; i < refs.size(); i++) {
            jdbc.sql("update turn set text = :text where ref = :ref")
                    .param("text", HostileTexts.all().get(i))
                    .param("ref", refs.get(i))
                    .update();
        }
        List<String> requests = new ArrayList<>();

        for (String address : List.of(
                "/console",
                "/console/conversations",
                "/console/conversations?q=mot",
                "/console/conversations/" + hostile,
                "/console/confidentialite")) {
            Page page = visit(address, options(1280));
            page.onRequest(request -> requests.add(request.url()));
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            page.waitForTimeout(200);
            assertThat(page.evaluate("window.harmed === undefined")).as(address).isEqualTo(true);
            assertThat(overflow(page)).as(address).isLessThanOrEqualTo(0);
        }

        assertThat(requests).allMatch(url -> url.endsWith("/site/icon.svg"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void worksWithoutJavaScript() {
        Page page = visit("/console/conversations", options(1280).setJavaScriptEnabled(false));

        page.locator("#q").fill("fatigues");
        page.locator(".search button").click();
        assertThat(page.locator(".row").count()).isEqualTo(2);
        page.locator(".row [value=example]").first().click();

        assertThat(page.url()).contains("/console/conversations?q=fatigues#q-");
        assertThat(page.locator(".row [value=example]").first().getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void leavesPicturesForTheReadme() {
        picture(visit("/console", options(1280)), "console-aujourdhui");
        Page page = visit("/console/conversations/" + conversation, options(1280));
        page.locator(".why").evaluate("why => { why.open = true; }");
        page.locator(".quote details").first().evaluate("quote => { quote.open = true; }");
        picture(page, "console-conversation");
    }

    private static Browser.NewContextOptions options(int width) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setExtraHTTPHeaders(Map.of(ReadingApplication.WHO, "chef"));
    }

    private Page visit(String address, Browser.NewContextOptions options) {
        BrowserContext context = browsers.browser().newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate("http://localhost:" + port + address);
        return page;
    }

    private static String name(String address) {
        return address.replaceAll("[0-9a-f-]{36}", "conversation").replaceAll("\\W+", "-");
    }

    private static int overflow(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "console", name + ".png"))
                .setFullPage(true));
    }
}

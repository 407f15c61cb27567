package fr.gercor.faq.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import fr.gercor.faq.review.LoggedQuestions;
import fr.gercor.faq.testsupport.Browsers;
import fr.gercor.faq.testsupport.TinyEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff do in the morning, in a real browser; pictures are left in {@code target/console}. */
@Tag("browser")
@SpringBootTest(
        classes = ConsoleApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"faq.limits.enabled=false", "spring.flyway.enabled=true"})
class MendBrowserTests {

    private static final String SILENT = "/console/sans-reponse";
    private static final String HOSTILE = "<script>alert(1)</script> =cmd|' /C calc'!A0 \u202Egnp.exe";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path data;

    private static Browsers browsers;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final List<BrowserContext> contexts = new ArrayList<>();

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        properties.add("faq.content", TinyEngine.CONTENT::toString);
        properties.add("faq.intents", TinyEngine.INTENTS::toString);
        properties.add("faq.data", data::toString);
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

    @Test
    void mendsInOneMorningWhatWasRefused() throws IOException, InterruptedException {
        for (String wording : List.of(
                "zumba avec mes copines du club", "la zumba avec les copines du club", "zumba copines du club")) {
            assertThat(ask(wording)).doesNotContain("conseils-pratiques/fatigue");
        }

        Page page = visit(SILENT);
        Locator group = page.locator(".group", new Page.LocatorOptions().setHasText("zumba"));
        assertThat(group.count()).isEqualTo(1);
        assertThat(group.locator(".count").innerText()).contains("3 questions");
        group.locator("a.button").click();
        page.locator("#q").fill("fatigue");
        page.locator("#intention form[role=search] button").click();
        page.locator("input[value='conseils.fatigue.que-faire']").check();
        page.locator("#texts-1").fill("zumba avec mes copines du club\nla zumba avec les copines du club");
        page.locator("#intention form[method=post] button").click();
        assertThat(page.locator(".difference ins").count()).isEqualTo(2);
        assertThat(violations(page)).isEmpty();

        page.locator("#apercu form[action$='/apercu'] button").click();
        page.locator("#apercu form[action$='/publier'] button")
                .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(page.locator(".judged.better").count()).isPositive();
        assertThat(violations(page)).isEmpty();
        picture(page, "mend", 1280);
        page.locator("#apercu form[action$='/publier'] button").click();
        assertThat(page.locator("[role=status]").innerText()).isEqualTo("C’est en ligne.");
        assertThat(ask("zumba copines du club")).contains("conseils-pratiques/fatigue");

        page.locator("#apercu form[action$='/annuler'] button").click();
        assertThat(ask("zumba copines du club")).doesNotContain("conseils-pratiques/fatigue");
    }

    @Test
    void saysWhyAnAdditionIsRefused() {
        Page page = visit("/console/corrections/ajouter?question=conseils%20fatigue");
        page.locator("#intention form[method=post] button").click();

        assertThat(page.locator("[role=alert]").innerText()).contains("conseils.fatigue.que-faire");
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void handsMissingContentToItsOwner() {
        Page page = visit("/console/corrections/ajouter?question=la%20zumba%20chez%20soi");
        page.locator("#owner").fill("Docteur Noir");
        page.locator("#contenu-manquant button").click();

        assertThat(page.locator("#taches tbody").innerText()).contains("la zumba chez soi");
        page.locator("#taches tbody select").first().selectOption("DOING");
        page.locator("#taches tbody button").first().click();
        assertThat(page.locator("#taches tbody select").first().inputValue()).isEqualTo("DOING");
        assertThat(violations(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SILENT,
                "/console/corrections",
                "/console/corrections/ajouter?question=fatigue",
                "/console/tendances",
                "/console/tendances/semaine",
                "/console/contenu",
                "/console/contenu/page?id=grand-public/traitements/immunotherapie"
            })
    void everyScreenIsSoundInLightDarkAndForcedColours(String address) {
        fill();
        List<String> complaints = new ArrayList<>();
        List<Browser.NewContextOptions> modes = List.of(
                new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT),
                new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK),
                new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE));
        for (Browser.NewContextOptions options : modes) {
            Page page = visit(address, options.setViewportSize(820, 1100));
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.reload();
            // What colours don't change is asked once.
            assertThat(modes.getFirst() == options ? violations(new AxeBuilder(page)) : violations(contrast(page)))
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            assertThat(page.content()).doesNotContain("<script>alert").doesNotContain("??console");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyMarkLeadsToTheConversationsBehindIt() {
        fill();
        Page page = visit("/console/tendances");

        List<?> addresses = (List<?>)
                page.evaluate("[...document.querySelectorAll('svg.chart a')].map(a => a.getAttribute('href'))");
        assertThat(addresses).hasSizeGreaterThan(20).allSatisfy(address -> assertThat((String) address)
                .matches("/console/conversations\\?.*du=\\d{4}-.*"));
        assertThat(page.locator("#times svg.chart a").count()).isPositive();
        assertThat(page.locator("#times svg.chart rect:not(a rect)").count()).isZero();
        assertThat(page.locator("#volume svg title").first().textContent()).contains("jour par jour");
        assertThat(page.locator("#volume table").count()).isEqualTo(1);
    }

    @Test
    void leavesPictures() {
        fill();
        for (int width : List.of(1280, 820)) {
            for (String address :
                    List.of(SILENT, "/console/tendances", "/console/contenu", "/console/tendances/semaine")) {
                Page page = visit(address, new Browser.NewContextOptions().setViewportSize(width, 900));
                picture(page, address.substring(address.lastIndexOf('/') + 1), width);
            }
        }
        for (String address : List.of(SILENT, "/console/tendances")) {
            visit(address, new Browser.NewContextOptions().setViewportSize(1280, 960))
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of(
                                    "target",
                                    "console",
                                    "console-" + address.substring(address.lastIndexOf('/') + 1) + ".png")));
        }
        picture(
                visit(
                        "/console/tendances",
                        new Browser.NewContextOptions()
                                .setViewportSize(1280, 900)
                                .setColorScheme(ColorScheme.DARK)),
                "tendances-dark",
                1280);
    }

    /** Four weeks of questions, the same every time. */
    private void fill() {
        boolean filled = jdbc.sql("select count(*) from turn where text = :text")
                        .param("text", HOSTILE)
                        .query(Long.class)
                        .single()
                > 0;
        if (filled) {
            return;
        }
        LoggedQuestions log = new LoggedQuestions(jdbc);
        Random random = new Random(6);
        List<String> silent = List.of(
                "est-ce que la sécu rembourse le taxi pour aller à la chimio",
                "remboursement du taxi pour la chimio",
                "le taxi pour ma chimio est-il remboursé ?",
                "qui paie le taxi de la chimio",
                "puis-je faire de la plongée sous-marine",
                "la plongée sous-marine est-elle permise",
                "quel vin boire avec le fromage");
        List<String> pages = List.of(
                "grand-public/traitements/immunotherapie",
                "grand-public/traitements/chimiotherapie",
                "grand-public/conseils-pratiques/fatigue");
        List<String> intents = List.of(
                "traitements.immunotherapie.effets",
                "traitements.chimiotherapie.definition",
                "conseils.fatigue.que-faire");
        List<List<String>> said = List.of(
                List.of(
                        "l'immuno donne-t-elle de la fièvre",
                        "l'immunothérapie abîme-t-elle le foie",
                        "boutons et immuno"),
                List.of("la chimio en comprimés", "chimio à la maison", "la chimio fait-elle grossir"),
                List.of("trop fatigué pour marcher", "fatigue un an après", "une sieste contre la fatigue"));
        Instant now = Instant.now();
        for (int i = 0; i < 400; i++) {
            Instant at = now.minus(Duration.ofMinutes(random.nextInt(27 * 24 * 60)));
            if (random.nextInt(4) == 0) {
                log.refused(silent.get(Math.min(random.nextInt(7), random.nextInt(7))), at);
            } else {
                int page = Math.min(random.nextInt(3), random.nextInt(3));
                double confidence = 0.3 + 0.69 * random.nextDouble();
                UUID id = log.answered(
                        said.get(page).get(random.nextInt(3)), pages.get(page), intents.get(page), confidence, at);
                if (random.nextInt(3) == 0) {
                    log.rated(id, random.nextDouble() < confidence ? "up" : "down", at);
                }
            }
        }
        log.refused(HOSTILE, now.minusSeconds(60));
    }

    /** What the chat replies to a question, which it keeps. */
    private String ask(String question) throws IOException, InterruptedException {
        JsonNode opened = JSON.readTree(post("/api/v1/conversations", "", "{}"));
        return post(
                "/api/v1/conversations/" + opened.path("id").asString() + "/messages",
                opened.path("token").asString(),
                "{\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"" + question + "\"}");
    }

    private String post(String path, String token, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private Page visit(String address) {
        return visit(address, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    private Page visit(String address, Browser.NewContextOptions options) {
        BrowserContext context = browsers.browser().newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        page.navigate(url(address));
        return page;
    }

    private String url(String address) {
        return "http://localhost:" + port + address;
    }

    private static AxeBuilder contrast(Page page) {
        return new AxeBuilder(page).withRules(List.of("color-contrast"));
    }

    private static List<?> violations(Page page) {
        return violations(new AxeBuilder(page));
    }

    private static List<?> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .toList();
    }

    private static void picture(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "console", name + "-" + width + ".png"))
                .setFullPage(true));
    }
}

package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import fr.gercor.faq.security.People.Person;
import fr.gercor.faq.testsupport.Browsers;
import fr.gercor.faq.testsupport.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Logging in with a real browser, whose pictures are left in {@code target/security}. */
@Tag("browser")
class SignInBrowserTests {

    private static final String PASSWORD = "un beau soleil couchant";

    private static Browsers browsers;
    private static ConfigurableApplicationContext service;
    private static People people;
    private static MovableClock clock;
    private static String origin;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
        service = SecurityApplication.start("--faq.accounts.first-admin=false");
        people = new People(service);
        clock = service.getBean(MovableClock.class);
        origin = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void close() {
        if (service != null) {
            service.close();
        }
        if (browsers != null) {
            browsers.close();
        }
    }

    @AfterEach
    void leave() {
        contexts.forEach(BrowserContext::close);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,true", "DARK,320,false"})
    void leadsThroughAFirstLoginToTheCodesAndOn(ColorScheme colours, int width, boolean script) {
        String username = "neuve" + width;
        AccountOffice.Opened opened = service.getBean(AccountOffice.class)
                .open("", username, "Dr Neuve", "oncologue", Optional.empty(), Set.of(Role.CLINICIAN));
        Page page = page(options(width).setColorScheme(colours).setJavaScriptEnabled(script));
        page.navigate(origin + "/pro/protocoles");
        judge(page, "connexion-" + width, script);
        page.fill("[name=utilisateur]", username);
        page.fill("[name=mot-de-passe]", "faux");
        page.click("main .button");
        judge(page, "refus-" + width, script);
        assertThat(page.inputValue("[name=utilisateur]")).isEqualTo(username);
        page.fill("[name=mot-de-passe]", opened.password());
        page.click("main .button");

        judge(page, "mot-de-passe-" + width, script);
        page.fill("[name=nouveau]", PASSWORD);
        page.fill("[name=encore]", PASSWORD);
        page.click("main .button");

        assertThat(page.evaluate("document.querySelector('.qr').decode().then(() => true)"))
                .isEqualTo(true);
        judge(page, "application-" + width, script);
        Telephone telephone = new Telephone(page.textContent("#secret"));
        page.fill("#code", telephone.code(clock.instant()));
        page.click("main .button");

        assertThat(page.locator(".codes code").allTextContents()).hasSize(10);
        judge(page, "codes-" + width, script);
        page.click("main .button");

        assertThat(page.url()).isEqualTo(origin + "/pro/protocoles");
        assertThat(page.textContent("body")).contains("CLINICIAN");
        page.navigate(origin + "/compte");
        judge(page, "compte-" + width, script);
        page.click(".who .plain");
        assertThat(page.textContent("main")).contains("Vous êtes déconnecté");
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void showsAdministratorsWhatTheyNeed(ColorScheme colours) {
        Person admin = people.enrolled(Role.ADMIN, Role.STAFF);
        Page page = page(options(1280).setColorScheme(colours));
        page.navigate(origin + "/administration/comptes");
        page.fill("[name=utilisateur]", admin.username());
        page.fill("[name=mot-de-passe]", admin.password());
        page.click("main .button");
        judge(page, "code-" + colours, true);
        page.fill("#code", people.code(admin));
        page.click("main .button");
        judge(page, "comptes-" + colours, true);
        page.click("main .button");
        judge(page, "nouveau-" + colours, true);
        page.fill("[name=utilisateur]", "creee-" + colours);
        page.fill("[name=nom]", "Dr Créée");
        page.fill("[name=titre]", "oncologue");
        page.check("[value=CLINICIAN]");
        page.click("main .button");
        assertThat(page.textContent("#mot-de-passe-unique")).hasSize(23);
        judge(page, "cree-" + colours, true);
        page.navigate(origin + "/pro");
        judge(page, "interdit-" + colours, true);
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"320,ACTIVE", "640,NONE"})
    void fitsSmallScreensLargeTextAndForcedColours(int width, ForcedColors colours) {
        Person anne = people.enrolled(Role.CLINICIAN, Role.ADMIN);
        Page page = page(options(width).setForcedColors(colours));
        page.navigate(origin + "/connexion");
        for (String address :
                List.of("/connexion", "/compte", "/administration/comptes", "/administration/comptes/nouveau")) {
            if (address.equals("/compte")) {
                page.fill("[name=utilisateur]", anne.username());
                page.fill("[name=mot-de-passe]", anne.password());
                page.click("main .button");
                page.fill("#code", people.code(anne));
                page.click("main .button");
            }
            page.navigate(origin + address);
            if (width == 640) {
                page.evaluate("document.documentElement.style.fontSize = '200%'");
            }
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(address)
                    .isEqualTo(0);
            picture(page, "small" + address.replace('/', '-') + "-" + width);
            assertThat((List<?>)
                            page.evaluate("[...document.querySelectorAll('main .button, .plain, .who a, main input')]"
                                    + ".filter(e => e.checkVisibility() && e.type !== 'hidden' && e.type !== 'checkbox'"
                                    + " && e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML)"))
                    .as(address)
                    .isEmpty();
        }
        clock.move(Duration.ofHours(7));
    }

    private static Browser.NewContextOptions options(int width) {
        return new Browser.NewContextOptions().setViewportSize(width, 900);
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = browsers.browser().newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        // Refusals are meant, the pages of the other edges have no icon here, and of forms Chrome only thinks aloud.
        page.onConsoleMessage(message -> {
            if (!message.text().startsWith("[DOM]") && !message.text().matches(".*status of 40[34].*")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** Where scripts are off there is no axe either. */
    private static void judge(Page page, String name, boolean script) {
        picture(page, name);
        if (script) {
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "security", name + ".png"))
                .setFullPage(true));
    }
}

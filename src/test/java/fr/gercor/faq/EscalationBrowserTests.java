package fr.gercor.faq;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import fr.gercor.faq.security.People;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.testsupport.Browsers;
import fr.gercor.faq.testsupport.RunningService;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A patient in one browser, a clinician in another. */
@Tag("browser")
class EscalationBrowserTests {

    private static final String PROTOCOL = "Quelles sont les doses du FOLFOX ?";
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);

    @TempDir
    private static Path data;

    private static Browsers browsers;
    private static RunningService service;

    @BeforeAll
    static void start() {
        browsers = Browsers.open();
        service = RunningService.tiny(data);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void readsTheAnswerOfAProfessionalWithoutAReloadAndByItsCode() {
        try (BrowserContext patient = browsers.browser().newContext();
                BrowserContext clinician = browsers.browser().newContext()) {
            Page panel = patient.newPage();
            String code = handOver(panel);
            Page desk = clinician.newPage();
            answer(desk);

            Locator answer = panel.locator("article.professional_answer");
            assertThat(answer).isVisible(PATIENTLY);
            assertThat(answer).hasCount(1);
            assertThat(answer.locator(".text")).hasText("Votre oncologue vous dira la dose qui est la vôtre.");
            assertThat(answer.locator(".kind")).containsText("Écrit par une personne : oncologue");
            assertThat(answer.locator(".quote")).hasCount(1);
            isAccessible(panel);

            Page follow = patient.newPage();
            follow.navigate(service.origin() + "/suivi");
            isAccessible(follow);
            follow.getByLabel("Vos quatre mots").fill("  " + code.toUpperCase(java.util.Locale.ROOT));
            follow.keyboard().press("Enter");
            assertThat(follow.locator(".written")).hasText("Votre oncologue vous dira la dose qui est la vôtre.");
            assertThat(follow).hasURL(Pattern.compile(".*/suivi$"));
            isAccessible(follow);
        }
    }

    private static String handOver(Page panel) {
        panel.navigate(service.origin() + "/widget/panel.html");
        panel.locator("#question").fill(PROTOCOL);
        panel.keyboard().press("Enter");
        Locator reply = panel.locator("article.escalation");
        assertThat(reply).isVisible(PATIENTLY);
        assertThat(reply.locator("[data-action=login]")).isVisible();

        reply.locator("[data-action=handover]").click();
        assertThat(panel.locator("#handover-question")).hasText(PROTOCOL);
        isAccessible(panel);
        panel.locator("#handover-email").fill("pas une adresse");
        panel.locator("#handover-send").click();
        assertThat(panel.locator("#handover-error")).not().isEmpty();
        panel.locator("#handover-email").fill("");
        panel.locator("#handover-send").click();

        assertThat(panel.locator("#handover-receipt")).isVisible(PATIENTLY);
        String code = panel.locator("#handover-code").innerText().strip();
        assertThat(code.split(" ")).hasSize(4);
        assertThat(panel.locator("#handover-delay")).containsText("deux jours ouvrés");
        isAccessible(panel);
        panel.locator("#handover-receipt [data-close]").click();
        return code;
    }

    /** Logs in to the queue with both factors. */
    private static void signIn(Page desk) {
        People people = new People(service.context());
        People.Person clinician = people.enrolled(Role.CLINICIAN);
        desk.navigate(service.origin() + "/pro/questions");
        desk.locator("[name=utilisateur]").fill(clinician.username());
        desk.locator("[name=mot-de-passe]").fill(clinician.password());
        desk.keyboard().press("Enter");
        desk.locator("[name=code]").fill(people.code(clinician));
        desk.keyboard().press("Enter");
        assertThat(desk).hasURL(Pattern.compile(".*/pro/questions.*"));
    }

    private static void answer(Page desk) {
        signIn(desk);
        isAccessible(desk);
        desk.locator(".queue-list a").first().click();
        assertThat(desk.locator(".asked")).hasText(PROTOCOL);
        desk.getByText("Prendre cette question").click();
        desk.locator("#answer-text").fill("Votre oncologue vous dira la dose qui est la vôtre.");
        desk.locator("#answer-words").fill("comment se passe une chimiothérapie");
        desk.locator("button[value=search]").click();
        assertThat(desk.locator("#answer-text")).hasValue("Votre oncologue vous dira la dose qui est la vôtre.");
        desk.locator(".choices input").first().check();
        isAccessible(desk);
        desk.locator("button[value=preview]").click();
        assertThat(desk.locator(".preview .written")).hasText("Votre oncologue vous dira la dose qui est la vôtre.");
        isAccessible(desk);
        desk.locator("button[value=send]").click();
        assertThat(desk.locator("[role=status]")).hasText("La réponse est partie.");
        isAccessible(desk);
        desk.getByText("Proposer comme contenu").click();
        assertThat(desk.locator("[role=status]")).hasText("La réponse est proposée comme contenu.");
    }

    @Test
    void carriesAQuestionToTheLogin() {
        try (BrowserContext patient = browsers.browser().newContext()) {
            Page panel = patient.newPage();
            panel.navigate(service.origin() + "/widget/panel.html");
            panel.locator("#question").fill(PROTOCOL);
            panel.keyboard().press("Enter");
            Locator login = panel.locator("article.escalation [data-action=login]");
            assertThat(login).isVisible(PATIENTLY);

            Page opened = patient.waitForPage(login::click);

            opened.waitForURL(Pattern.compile(".*/pro\\?reprise=.+|.*/connexion.*|.*/login.*"));
            assertThat(opened.url()).doesNotContain("FOLFOX");
        }
    }

    /** In light and in dark, and on the narrowest screen without scrolling sideways. */
    private static void isAccessible(Page page) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
        ViewportSize size = page.viewportSize();
        page.setViewportSize(320, 640);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(320);
        page.setViewportSize(size.width, size.height);
    }
}

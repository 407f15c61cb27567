package fr.gercor.faq;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.escalation.Escalations;
import fr.gercor.faq.escalation.TestEscalations;
import fr.gercor.faq.security.People;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.testsupport.Browsers;
import fr.gercor.faq.testsupport.RunningService;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinician in a real browser, who is writing an answer when the database goes away. */
@Tag("browser")
class QueueAwayTests {

    private static final String ANSWER = "Votre oncologue\nvous dira « la dose » qui est la vôtre.";

    @TempDir
    private static Path data;

    private static Browsers browsers;
    private static RunningService service;

    @BeforeAll
    static void start() {
        browsers = Browsers.open();
        service = RunningService.tiny(data, "--spring.datasource.hikari.connection-timeout=500");
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
    void losesNoAnswerThatWasWrittenWhileTheDatabaseWasAway() throws Exception {
        service.part(Escalations.class).handOver(TestEscalations.handed(UUID.randomUUID(), "r-1"));
        try (BrowserContext context = browsers.browser().newContext()) {
            Page desk = context.newPage();
            signIn(desk);
            desk.getByText("Prendre la plus ancienne").click();
            desk.locator("#answer-text").fill(ANSWER);
            List<Connection> all = takeDatabaseAway();
            try {
                Response sent = desk.waitForResponse(
                        response -> response.request().method().equals("POST"),
                        () -> desk.locator("button[value=send]").click());
                assertThat(sent.status()).isEqualTo(503);
                assertThat(sent.headerValue("Retry-After")).isEqualTo("30");
                assertThat(desk.locator("h1")).hasText("Rien n'a été envoyé pour l'instant");
                assertThat(desk.locator("textarea")).hasValue(ANSWER);
                for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
                    desk.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    assertThat(new AxeBuilder(desk).analyze().getViolations()).isEmpty();
                }
                desk.locator("textarea").fill(ANSWER + " Appelez-le.");
                desk.getByText("Renvoyer").click();
                assertThat(desk.locator("textarea")).hasValue(ANSWER + " Appelez-le.");

                Page queue = context.newPage();
                Response asked = queue.navigate(service.origin() + "/pro/questions");
                assertThat(asked.status()).isEqualTo(503);
                assertThat(queue.locator("main")).containsText("Réessayez dans une minute");
                assertThat(new AxeBuilder(queue).analyze().getViolations()).isEmpty();
            } finally {
                for (Connection each : all) {
                    each.close();
                }
            }
            desk.getByText("Renvoyer").click();
            assertThat(desk.locator("[role=status]")).hasText("La réponse est partie.");
            assertThat(desk.locator(".written")).hasText(ANSWER + " Appelez-le.");
        }
    }

    /** To whoever asks, a database of which no line is left is one that doesn't answer. */
    private static List<Connection> takeDatabaseAway() {
        HikariDataSource database = service.part(HikariDataSource.class);
        List<Connection> all = new ArrayList<>();
        while (all.size() < database.getMaximumPoolSize()) {
            try {
                all.add(database.getConnection());
            } catch (java.sql.SQLException e) {
                // One is in use for a moment.
            }
        }
        return all;
    }

    private static void signIn(Page desk) {
        People people = new People(service.context());
        People.Person clinician = people.enrolled(Role.CLINICIAN);
        desk.navigate(service.origin() + "/pro/questions");
        desk.locator("[name=utilisateur]").fill(clinician.username());
        desk.locator("[name=mot-de-passe]").fill(clinician.password());
        desk.keyboard().press("Enter");
        desk.locator("[name=code]").fill(people.code(clinician));
        desk.keyboard().press("Enter");
        desk.waitForURL("**/pro/questions");
    }
}

package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.security.People.Person;
import fr.gercor.faq.testsupport.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Logging in by a password and a code, over real sockets. */
class SignInTests {

    private static ConfigurableApplicationContext service;
    private static People people;
    private static MovableClock clock;

    @BeforeAll
    static void start() {
        service = SecurityApplication.start("--faq.accounts.first-admin=false");
        people = new People(service);
        clock = service.getBean(MovableClock.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void letsInWhoKnowsThePasswordAndTheCode() {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor browser = people.visitor()) {
            HttpResponse<String> first =
                    People.password(browser, anne.username().toUpperCase(), anne.password());
            assertThat(first.statusCode()).isEqualTo(302);
            assertThat(browser.target(first)).isEqualTo("/connexion/code");
            assertThat(browser.target(browser.get("/pro"))).isEqualTo("/connexion/code");

            HttpResponse<String> second = people.code(browser, people.code(anne));

            assertThat(browser.target(second)).isEqualTo("/pro");
            assertThat(browser.get("/pro").body()).isEqualTo("reached as somebody in CLINICIAN");
            assertThat(browser.get("/compte").body()).contains("Mon compte", "oncologue", "cette session");
        }
    }

    @Test
    void leadsThroughAFirstLogin() {
        AccountOffice.Opened opened = service.getBean(AccountOffice.class)
                .open("", "nouvelle", "Zoé", "infirmière", Optional.empty(), Set.of(Role.STAFF));
        try (Visitor browser = people.visitor()) {
            assertThat(browser.target(People.password(browser, "nouvelle", opened.password())))
                    .isEqualTo("/connexion/mot-de-passe");
            assertThat(browser.target(browser.get("/connexion/application"))).isEqualTo("/connexion/mot-de-passe");
            assertThat(browser.target(newPassword(browser, "un beau soleil couchant")))
                    .isEqualTo("/connexion/application");
            assertThat(browser.target(browser.get("/console"))).isEqualTo("/connexion/code");

            String page = browser.get("/connexion/application").body();
            String secret = Jsoup.parse(page).select("#secret").text();
            HttpResponse<String> picture = browser.get("/connexion/application/qr.svg");
            assertThat(picture.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
            assertThat(picture.body()).startsWith("<svg").doesNotContain("style=");

            HttpResponse<String> wrong =
                    browser.submit("/connexion/application", "/connexion/application", "code", "000000");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(Jsoup.parse(wrong.body()).select("#secret").text()).isEqualTo(secret);
            HttpResponse<String> done = browser.submit(
                    "/connexion/application",
                    "/connexion/application",
                    "code",
                    new Telephone(secret).code(clock.instant()));

            assertThat(browser.target(done)).isEqualTo("/compte/codes");
            List<String> codes = Jsoup.parse(browser.get("/compte/codes").body())
                    .select(".codes code")
                    .eachText();
            assertThat(codes).hasSize(10).doesNotHaveDuplicates();
            assertThat(browser.get("/compte/codes").body()).doesNotContain(codes.getFirst());
            assertThat(browser.get("/console").body()).contains("STAFF");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "court,trop court",
        "nouveau-chef-12,contenir votre nom",
        "motdepasse2026!,premiers",
        "abcabcabcabc,premiers"
    })
    void refusesAPasswordThatWouldBeGuessed(String password, String why) {
        String username = "nouveau-chef";
        service.getBean(Accounts.class).byUsername(username).ifPresentOrElse(known -> {}, () -> service.getBean(
                        AccountOffice.class)
                .open("", username, "Chef", "chef", Optional.empty(), Set.of(Role.STAFF)));
        Account account = service.getBean(Accounts.class).byUsername(username).orElseThrow();
        String oneTime = service.getBean(AccountOffice.class).resetPassword("", account.id());
        try (Visitor browser = people.visitor()) {
            People.password(browser, username, oneTime);

            HttpResponse<String> refused = newPassword(browser, password);

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains(why);
        }
    }

    @Test
    void takesEachCodeOnce() {
        Person anne = people.enrolled(Role.CLINICIAN);
        String code = people.code(anne);
        try (Visitor first = people.visitor();
                Visitor second = people.visitor()) {
            People.password(first, anne.username(), anne.password());
            People.password(second, anne.username(), anne.password());

            assertThat(people.code(first, code).statusCode()).isEqualTo(302);
            assertThat(people.code(second, code).statusCode()).isEqualTo(403);
            assertThat(people.code(second, people.code(anne)).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void takesACodeOfTheStepBeforeOrAfterAndNoOther() {
        for (int seconds : List.of(-30, 30)) {
            Person anne = people.enrolled(Role.CLINICIAN);
            try (Visitor browser = people.visitor()) {
                People.password(browser, anne.username(), anne.password());
                assertThat(people.code(
                                        browser,
                                        anne.telephone().code(clock.instant().plusSeconds(2L * seconds)))
                                .statusCode())
                        .isEqualTo(403);
                assertThat(people.code(
                                        browser,
                                        anne.telephone().code(clock.instant().plusSeconds(seconds)))
                                .statusCode())
                        .isEqualTo(302);
            }
        }
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        Person anne = people.enrolled(Role.CLINICIAN);
        List<String> codes = service.getBean(RecoveryCodes.class).renew(anne.id());
        for (int status : List.of(302, 403)) {
            try (Visitor browser = people.visitor()) {
                People.password(browser, anne.username(), anne.password());
                assertThat(people.code(browser, codes.getFirst().toUpperCase().replace('-', ' '))
                                .statusCode())
                        .isEqualTo(status);
            }
        }
        assertThat(service.getBean(Accounts.class).recoveryCodesLeft(anne.id())).isEqualTo(9);
    }

    @Test
    void tellsKnownNamesFromUnknownOnesByNothing() {
        Person anne = people.enrolled(Role.CLINICIAN);
        Person gone = people.enrolled(Role.CLINICIAN);
        service.getBean(Accounts.class).setDisabled(gone.id(), true);
        try (Visitor browser = people.visitor()) {
            HttpResponse<String> known = People.password(browser, anne.username(), "wrong");
            HttpResponse<String> unknown = People.password(browser, "inconnue-x1", "wrong");
            HttpResponse<String> disabled = People.password(browser, gone.username(), gone.password());

            assertThat(known.statusCode()).isEqualTo(403);
            assertThat(unknown.statusCode()).isEqualTo(403);
            assertThat(disabled.statusCode()).isEqualTo(403);
            assertThat(plain(known, anne.username())).isEqualTo(plain(unknown, "inconnue-x1"));
            assertThat(plain(disabled, gone.username())).isEqualTo(plain(unknown, "inconnue-x1"));
            assertThat(known.headers().map().keySet())
                    .isEqualTo(unknown.headers().map().keySet());
        }
        clock.move(Duration.ofHours(7));
    }

    private static String plain(HttpResponse<String> response, String username) {
        var page = Jsoup.parse(response.body().replace(username, ""));
        page.select("input[name=_csrf]").remove();
        return page.html();
    }

    @Test
    void endsAOneTimePasswordAfterThreeDays() {
        AccountOffice.Opened opened = service.getBean(AccountOffice.class)
                .open("", "tardive", "T", "infirmière", Optional.empty(), Set.of(Role.STAFF));
        clock.move(Duration.ofHours(73));
        try (Visitor browser = people.visitor()) {
            assertThat(People.password(browser, "tardive", opened.password()).statusCode())
                    .isEqualTo(403);
        }
        clock.move(Duration.ofHours(7));
    }

    @Test
    void asksForTheCodeBeforeANewPassword() {
        Person anne = people.enrolled(Role.CLINICIAN);
        String oneTime = service.getBean(AccountOffice.class).resetPassword("", anne.id());
        try (Visitor browser = people.visitor()) {
            assertThat(browser.target(People.password(browser, anne.username(), oneTime)))
                    .isEqualTo("/connexion/code");
            assertThat(browser.target(browser.get("/connexion/mot-de-passe"))).isEqualTo("/connexion/code");
            assertThat(browser.target(people.code(browser, people.code(anne)))).isEqualTo("/connexion/mot-de-passe");
            assertThat(browser.target(newPassword(browser, "un beau soleil couchant")))
                    .isEqualTo("/pro");
        }
    }

    @Test
    void goesOnToThePageThatWasWanted() {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor browser = people.visitor()) {
            String login = browser.target(browser.get("/pro/protocoles?organe=colon&ligne=1"));
            assertThat(login).isEqualTo("/connexion?suite=%2Fpro%2Fprotocoles%3Forgane%3Dcolon%26ligne%3D1");
            browser.submit(login, "/connexion", "utilisateur", anne.username(), "mot-de-passe", anne.password());

            assertThat(browser.target(people.code(browser, people.code(anne))))
                    .isEqualTo("/pro/protocoles?organe=colon&ligne=1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "//example.org",
                "/pro@example.org",
                "/\\example.org",
                "/grand-public",
                "/professional",
                "/pro\r\nX: y",
                "javascript:alert(1)"
            })
    void goesOnToNoAddressOfSomebodyElse(String address) {
        assertThat(Landing.of(Set.of(Role.STAFF), Optional.of(address))).isEqualTo("/console");
    }

    @Test
    void changesTheNumberOfTheSessionAtEachStep() {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor browser = people.visitor()) {
            browser.get("/connexion");
            assertThat(browser.cookie("session")).isEmpty();
            People.password(browser, anne.username(), anne.password());
            var first = browser.cookie("session").orElseThrow();
            people.code(browser, people.code(anne));
            var second = browser.cookie("session").orElseThrow();

            assertThat(second.getValue()).isNotEqualTo(first.getValue());
            assertThat(second.isHttpOnly()).isTrue();
            try (Visitor thief = people.visitor()) {
                thief.takeCookie(first);
                assertThat(thief.target(thief.get("/pro"))).startsWith("/connexion");
            }
        }
    }

    @Test
    void endsASessionAfterTwelveHoursHoweverBusy() {
        try (Visitor browser = people.signedIn(Role.CLINICIAN)) {
            for (int hours = 0; hours < 11; hours++) {
                clock.move(Duration.ofHours(1));
                assertThat(browser.get("/pro").statusCode()).isEqualTo(200);
            }
            clock.move(Duration.ofHours(1));
            assertThat(browser.get("/pro").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void logsOut() {
        try (Visitor browser = people.signedIn(Role.CLINICIAN)) {
            HttpResponse<String> out = browser.submit("/compte", "/deconnexion");

            assertThat(browser.target(out)).isEqualTo("/connexion?fin");
            assertThat(browser.get("/connexion?fin").body()).contains("Vous êtes déconnecté.");
            assertThat(browser.target(browser.get("/pro"))).isEqualTo("/connexion?suite=%2Fpro");
        }
    }

    @Test
    void takesNoFormThatItDidNotGive() {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor browser = people.visitor()) {
            HttpResponse<String> forged =
                    browser.post("/connexion", "utilisateur", anne.username(), "mot-de-passe", anne.password());
            assertThat(forged.statusCode()).isEqualTo(403);
            assertThat(forged.body()).contains("Ce formulaire a expiré");
            assertThat(browser.cookie("session")).isEmpty();
        }
    }

    private static HttpResponse<String> newPassword(Visitor browser, String password) {
        return browser.submit(
                "/connexion/mot-de-passe", "/connexion/mot-de-passe", "nouveau", password, "encore", password);
    }
}

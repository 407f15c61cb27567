package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.security.People.Person;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Administrators look after accounts, and everybody after their own. */
class AccountAdministrationTests {

    private static final String LIST = "/administration/comptes";
    private static final String NEW = LIST + "/nouveau";

    private static ConfigurableApplicationContext service;
    private static People people;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        service = SecurityApplication.start("--faq.accounts.first-admin=false");
        people = new People(service);
        admin = people.signedIn(Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        admin.close();
        service.close();
    }

    @Test
    void createsAnAccountAndShowsItsPasswordOnce() {
        HttpResponse<String> created = admin.submit(
                NEW,
                NEW,
                "utilisateur",
                "Anne.Martin",
                "nom",
                "Dr Anne <b>Martin</b>",
                "titre",
                "oncologue",
                "etablissement",
                "",
                "role",
                "CLINICIAN",
                "role",
                "STAFF");
        String page = admin.target(created);
        String shown = admin.get(page).body();
        String password = Jsoup.parse(shown).select("#mot-de-passe-unique").text();

        assertThat(shown).contains("Dr Anne &lt;b&gt;Martin&lt;/b&gt;").contains("Compte créé");
        assertThat(password).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
        assertThat(admin.get(page).body()).doesNotContain(password);
        assertThat(admin.get(LIST).body()).contains("anne.martin", "Attend la première connexion");
        try (Visitor anne = people.visitor()) {
            assertThat(anne.target(People.password(anne, "anne.martin", password)))
                    .isEqualTo("/connexion/mot-de-passe");
        }
        HttpResponse<String> again =
                admin.submit(NEW, NEW, "utilisateur", "ANNE.MARTIN", "nom", "x", "titre", "x", "role", "STAFF");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("déjà pris");
    }

    @Test
    void refusesAnAccountWithoutARoleOrWithAStrangeName() {
        assertThat(admin.submit(NEW, NEW, "utilisateur", "bruno", "nom", "B", "titre", "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.submit(NEW, NEW, "utilisateur", "b r u n o", "nom", "B", "titre", "x", "role", "STAFF")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.get(LIST + "/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void endsTheSessionsOfADisabledAccountAtOnce() {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor browser = people.signedIn(anne)) {
            assertThat(browser.get("/pro").statusCode()).isEqualTo(200);
            act(anne, "desactiver");
            assertThat(browser.get("/pro").statusCode()).isEqualTo(302);
            assertThat(browser.get("/professionnels/folfox").statusCode()).isEqualTo(404);
            assertThat(People.password(browser, anne.username(), anne.password())
                            .statusCode())
                    .isEqualTo(403);

            act(anne, "reactiver");
            assertThat(People.password(browser, anne.username(), anne.password())
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(admin.get(LIST + "/" + anne.id()).body()).contains("Compte désactivé", "Compte réactivé");
    }

    @Test
    void endsTheSessionsOfAnAccountThatIsReset() {
        Person anne = people.enrolled(Role.CLINICIAN);
        for (String action : List.of("mot-de-passe", "second-facteur")) {
            try (Visitor browser = people.signedIn(people.enrolled(Role.CLINICIAN))) {
                assertThat(browser.get("/pro").statusCode()).isEqualTo(200);
            }
            Person reset = people.enrolled(Role.CLINICIAN);
            try (Visitor browser = people.signedIn(reset)) {
                act(reset, action);
                assertThat(browser.get("/pro").statusCode()).isEqualTo(302);
            }
        }
        act(anne, "second-facteur");
        try (Visitor browser = people.visitor()) {
            assertThat(browser.target(People.password(browser, anne.username(), anne.password())))
                    .isEqualTo("/connexion/application");
        }
    }

    @Test
    void keepsAdministratorsFromLockingThemselvesOut() {
        Person other = people.enrolled(Role.ADMIN);
        try (Visitor browser = people.signedIn(other)) {
            assertThat(browser.get(LIST + "/" + other.id()).body())
                    .contains("votre propre compte")
                    .doesNotContain("/desactiver");
            String token = Jsoup.parse(browser.get(NEW).body())
                    .select("input[name=_csrf]")
                    .first()
                    .val();
            assertThat(browser.post(LIST + "/" + other.id() + "/desactiver", "_csrf", token)
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void rolesWhenChangedThenHoldFromTheNextLoginAndEndTheSessions() {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor browser = people.signedIn(anne)) {
            assertThat(browser.get("/pro").statusCode()).isEqualTo(200);

            assertThat(roles(anne, "STAFF", "ADMIN").statusCode()).isEqualTo(302);

            assertThat(browser.get("/pro").statusCode()).isEqualTo(302);
            try (Visitor again = people.signedIn(anne)) {
                assertThat(again.get("/pro").statusCode()).isEqualTo(403);
                assertThat(again.get(LIST).statusCode()).isEqualTo(200);
                roles(anne, "STAFF", "ADMIN");
                assertThat(again.get(LIST).statusCode())
                        .as("the same roles end nothing")
                        .isEqualTo(200);
            }
        }
        Document page = Jsoup.parse(admin.get(LIST + "/" + anne.id()).body());
        assertThat(page.select("input[name=role][checked]").eachAttr("value")).containsExactly("STAFF", "ADMIN");
        assertThat(page.select(".sessions strong").eachText())
                .filteredOn("Rôles changés"::equals)
                .hasSize(1);
        roles(anne, "STAFF");
    }

    @Test
    void rolesWhenNoneIsLeftThenAreRefused() {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor browser = people.signedIn(anne)) {
            HttpResponse<String> refused = roles(anne);

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("Gardez au moins un rôle");
            assertThat(browser.get("/pro").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void rolesWhenOnesOwnOrUnknownOrOfAProviderThenAreNotChanged() {
        Person other = people.enrolled(Role.ADMIN);
        String guest = service.getBean(Accounts.class)
                .admit("psc", "sub-1", "Dr Guest", "oncologue", Optional.empty(), Set.of(Role.CLINICIAN))
                .id();
        try (Visitor browser = people.signedIn(other)) {
            assertThat(browser.get(LIST + "/" + other.id()).body()).doesNotContain("/roles");
            assertThat(browser.get(LIST + "/" + guest).body())
                    .contains("Ses rôles viennent de psc")
                    .doesNotContain("/roles");
            assertThat(rolesUnasked(browser, other.id()).statusCode()).isEqualTo(400);
            assertThat(rolesUnasked(browser, guest).statusCode()).isEqualTo(400);
            assertThat(rolesUnasked(browser, "nobody").statusCode()).isEqualTo(404);
        }
        assertThat(service.getBean(Accounts.class).byId(guest).orElseThrow().roles())
                .containsExactly(Role.CLINICIAN);
        act(other, "desactiver");
    }

    /** Two who shut each other out at the same moment: one of them stays. */
    @Test
    void rolesWhenTheLastAdministratorWouldLoseThemThenStay() throws Exception {
        Accounts accounts = service.getBean(Accounts.class);
        AccountOffice office = service.getBean(AccountOffice.class);
        List<Account> before = accounts.all().stream()
                .filter(account -> account.roles().contains(Role.ADMIN) && !account.disabled())
                .toList();
        String one = people.enrolled(Role.ADMIN, Role.STAFF).id();
        String two = people.enrolled(Role.ADMIN).id();
        before.forEach(account -> accounts.setDisabled(account.id(), true));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 50; round++) {
                accounts.setRoles(two, Set.of(Role.ADMIN));
                accounts.setDisabled(one, false);
                List<Boolean> done = new ArrayList<>();
                for (Future<Boolean> each : threads.invokeAll(List.<Callable<Boolean>>of(
                        () -> office.setRoles(one, two, Set.of(Role.STAFF)), () -> office.disable(two, one)))) {
                    done.add(each.get());
                }
                assertThat(done).as("round %d", round).containsExactlyInAnyOrder(true, false);
            }
        } finally {
            before.forEach(account -> accounts.setDisabled(account.id(), false));
            accounts.setDisabled(one, true);
            accounts.setDisabled(two, true);
        }
        admin.close();
        admin = people.signedIn(Role.ADMIN);
    }

    private static HttpResponse<String> roles(Person person, String... roles) {
        String page = LIST + "/" + person.id();
        return admin.submit(
                page,
                page + "/roles",
                Stream.of(roles).flatMap(role -> Stream.of("role", role)).toArray(String[]::new));
    }

    /** Sends the form that no page shows. */
    private static HttpResponse<String> rolesUnasked(Visitor browser, String id) {
        String token = Jsoup.parse(browser.get(NEW).body())
                .select("input[name=_csrf]")
                .first()
                .val();
        return browser.post(LIST + "/" + id + "/roles", "_csrf", token, "role", "STAFF");
    }

    @Test
    void changesOnesOwnPasswordAndClosesTheOtherSessions() {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor here = people.signedIn(anne);
                Visitor elsewhere = people.signedIn(anne)) {
            assertThat(change(here, "not mine", "un beau soleil couchant").statusCode())
                    .isEqualTo(403);
            assertThat(elsewhere.get("/pro").statusCode()).isEqualTo(200);

            HttpResponse<String> changed = change(here, anne.password(), "un beau soleil couchant");

            assertThat(here.target(changed)).isEqualTo("/compte?fait=mot-de-passe");
            assertThat(here.get("/compte?fait=mot-de-passe").body()).contains("Votre mot de passe est changé.");
            assertThat(elsewhere.get("/pro").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void closesTheOtherSessionsAndNotThisOne() {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor here = people.signedIn(anne);
                Visitor elsewhere = people.signedIn(anne)) {
            assertThat(Jsoup.parse(here.get("/compte").body()).select(".sessions li"))
                    .hasSize(2);

            here.submit("/compte", "/compte/sessions");

            assertThat(here.get("/pro").statusCode()).isEqualTo(200);
            assertThat(elsewhere.get("/pro").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void givesNewRecoveryCodesAndANewApplicationForThePassword() {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor browser = people.signedIn(anne)) {
            assertThat(browser.target(browser.get("/compte/application"))).isEqualTo("/compte");
            assertThat(browser.submit("/compte", "/compte/codes", "ancien", "wrong")
                            .statusCode())
                    .isEqualTo(403);
            HttpResponse<String> codes = browser.submit("/compte", "/compte/codes", "ancien", anne.password());
            assertThat(Jsoup.parse(browser.get(browser.target(codes)).body()).select(".codes li"))
                    .hasSize(10);

            String token = Jsoup.parse(browser.get("/compte").body())
                    .select("input[name=_csrf]")
                    .first()
                    .val();
            HttpResponse<String> begun =
                    browser.post("/compte/application/nouvelle", "_csrf", token, "ancien", anne.password());
            assertThat(browser.target(begun)).isEqualTo("/compte/application");
            Telephone telephone =
                    new Telephone(Jsoup.parse(browser.get("/compte/application").body())
                            .select("#secret")
                            .text());
            Person withNew = new Person(anne.id(), anne.username(), anne.password(), telephone);
            HttpResponse<String> done =
                    browser.submit("/compte/application", "/compte/application", "code", people.code(withNew));
            assertThat(browser.target(done)).isEqualTo("/compte/codes");
            assertThat(browser.get("/pro").statusCode()).isEqualTo(200);
            people.signedIn(withNew).close();
        }
    }

    @Test
    void noWhereKeepsASecretInTheClear() {
        Person anne = people.enrolled(Role.CLINICIAN);
        Account account = service.getBean(Accounts.class).byId(anne.id()).orElseThrow();

        assertThat(account.passwordHash().orElseThrow()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(account.totp().orElseThrow()).doesNotContain(anne.telephone().secret());
        assertThat(account.toString()).doesNotContain(anne.password());
    }

    private static HttpResponse<String> change(Visitor browser, String old, String password) {
        return browser.submit(
                "/compte", "/compte/mot-de-passe", "ancien", old, "nouveau", password, "encore", password);
    }

    private static void act(Person person, String action) {
        String page = LIST + "/" + person.id();
        HttpResponse<String> done = admin.submit(page, page + "/" + action);
        assertThat(done.statusCode()).isEqualTo(302);
    }
}

package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Who reaches what. A number is the answer; a path is where it leads. */
class AccessTests {

    /** Everybody there is. */
    enum Who {
        ANONYMOUS,
        PASSWORD_ONLY,
        STAFF,
        CLINICIAN,
        ADMIN
    }

    private static ConfigurableApplicationContext service;
    private static final Map<Who, Visitor> VISITORS = new EnumMap<>(Who.class);

    @BeforeAll
    static void start() {
        service = SecurityApplication.start("--faq.accounts.first-admin=false");
        People people = new People(service);
        VISITORS.put(Who.STAFF, people.signedIn(Role.STAFF));
        VISITORS.put(Who.CLINICIAN, people.signedIn(Role.CLINICIAN));
        VISITORS.put(Who.ADMIN, people.signedIn(Role.ADMIN));
        VISITORS.put(Who.PASSWORD_ONLY, people.halfway(Role.STAFF, Role.CLINICIAN, Role.ADMIN));
        VISITORS.put(Who.ANONYMOUS, people.visitor());
    }

    @AfterAll
    static void stop() {
        VISITORS.values().forEach(Visitor::close);
        service.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            PATH,                     ANONYMOUS,                  PASSWORD_ONLY,   STAFF, CLINICIAN, ADMIN
            /,                        200,                        200,             200,   200,       200
            /grand-public/traitements,200,                        200,             200,   200,       200
            /api/v1/ask,              200,                        200,             200,   200,       200
            /ws,                      200,                        200,             200,   200,       200
            /site/site.css,           200,                        200,             200,   200,       200
            /widget/gercor-chat.js,   200,                        200,             200,   200,       200
            /professionnels,          404,                        404,             404,   200,       404
            /professionnels/folfox,   404,                        404,             404,   200,       404
            /connexion,               200,                        200,             /console, /pro,   /console
            /connexion/code,          /connexion,                 200,             /connexion, /connexion, /connexion
            /connexion/mot-de-passe,  /connexion,                 /connexion/code, /connexion, /connexion, /connexion
            /connexion/application,   /connexion,                 /connexion/code, /connexion, /connexion, /connexion
            /connexion/application/qr.svg, /connexion,            404,             /connexion, /connexion, /connexion
            /compte,                  /connexion?suite=%2Fcompte, /connexion/code, 200,   200,       200
            /compte/codes,            /connexion?suite=%2Fcompte%2Fcodes, /connexion/code, 200, 200, 200
            /pro,                     /connexion?suite=%2Fpro,    /connexion/code, 403,   200,       403
            /pro/protocoles,          /connexion?suite=%2Fpro%2Fprotocoles, /connexion/code, 403, 200, 403
            /console,                 /connexion?suite=%2Fconsole,/connexion/code, 200,   403,       200
            /console/x,               /connexion?suite=%2Fconsole%2Fx, /connexion/code, 200, 403,    200
            /administration/comptes,  /connexion?suite=%2Fadministration%2Fcomptes, /connexion/code, 403, 403, 200
            /administration/journal,  /connexion?suite=%2Fadministration%2Fjournal, /connexion/code, 403, 403, 200
            """)
    void pathWhenVisitedByEachThenAsTheTableSays(
            String path, String anonymous, String passwordOnly, String staff, String clinician, String admin) {
        assertThat(answer(Who.ANONYMOUS, path)).as("anonymous").isEqualTo(anonymous);
        assertThat(answer(Who.PASSWORD_ONLY, path)).as("password only").isEqualTo(passwordOnly);
        assertThat(answer(Who.STAFF, path)).as("staff").isEqualTo(staff);
        assertThat(answer(Who.CLINICIAN, path)).as("clinician").isEqualTo(clinician);
        assertThat(answer(Who.ADMIN, path)).as("admin").isEqualTo(admin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/ask", "/ws"})
    void openPathWhenAskedThenKnowsTheRoleAndNeverThatOfAPasswordAlone(String path) {
        assertThat(body(Who.ANONYMOUS, path)).isEqualTo("reached as nobody in");
        assertThat(body(Who.PASSWORD_ONLY, path)).endsWith(" in");
        assertThat(body(Who.STAFF, path)).endsWith(" in STAFF");
        assertThat(body(Who.CLINICIAN, path)).endsWith(" in CLINICIAN");
        assertThat(body(Who.ADMIN, path)).endsWith(" in ADMIN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/grand-public/traitements",
                "/api/v1/ask",
                "/ws",
                "/site/site.css",
                "/widget/gercor-chat.js",
                "/professionnels/folfox",
                "/pro",
                "/console",
                "/administration/comptes",
                "/compte"
            })
    void anyPathWhenAnonymousThenSetsNoCookie(String path) {
        assertThat(VISITORS.get(Who.ANONYMOUS).get(path).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/grand-public/traitements",
                "/api/v1/ask",
                "/site/site.css",
                "/widget/gercor-chat.js",
                "/professionnels/folfox",
                "/connexion",
                "/compte",
                "/pro",
                "/console",
                "/administration/comptes"
            })
    void anyPathWhenAskedByAnyoneThenTellsTheBrowserWhatItMayDo(String path) {
        VISITORS.forEach((who, visitor) -> {
            var headers = visitor.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as("%s as %s", path, who)
                    .contains("default-src 'self'", "form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connexion", "/compte", "/pro", "/console", "/administration/comptes"})
    void workPathWhenAskedThenIsKeptByNoCache(String path) {
        VISITORS.values()
                .forEach(visitor -> assertThat(visitor.get(path).headers().firstValue("Cache-Control"))
                        .hasValueSatisfying(value -> assertThat(value).contains("no-store")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Who.class,
            names = {"STAFF", "CLINICIAN", "ADMIN"})
    void postWhenWithoutItsTokenThenRefused(Who who) {
        HttpResponse<String> response = VISITORS.get(who).post("/compte/sessions");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Ce formulaire a expiré");
        assertThat(VISITORS.get(who).post("/api/v1/ask").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"ANONYMOUS,403", "PASSWORD_ONLY,/connexion/code", "STAFF,403", "CLINICIAN,403", "ADMIN,404"})
    void rolesOfAnAccountWhenChangedByEachThenOnlyAdministratorsGetThere(Who who, String wanted) {
        Visitor visitor = VISITORS.get(who);
        String token = who == Who.ANONYMOUS ? "" : token(visitor);

        HttpResponse<String> response =
                visitor.post("/administration/comptes/nobody/roles", "_csrf", token, "role", "STAFF");

        assertThat(response.statusCode() == 302 ? visitor.target(response) : String.valueOf(response.statusCode()))
                .isEqualTo(wanted);
    }

    private static String token(Visitor visitor) {
        String page = visitor.get("/connexion/code").statusCode() == 200 ? "/connexion/code" : "/compte";
        return Jsoup.parse(visitor.get(page).body())
                .select("input[name=_csrf]")
                .first()
                .val();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pro", "/administration/comptes"})
    void workPathWhenTheRoleIsMissingThenSaysSoPlainly(String path) {
        assertThat(body(Who.STAFF, path)).contains("Cette partie ne vous est pas ouverte");
    }

    private static String answer(Who who, String path) {
        Visitor visitor = VISITORS.get(who);
        HttpResponse<String> response = visitor.get(path);
        return response.statusCode() == 302 ? visitor.target(response) : String.valueOf(response.statusCode());
    }

    private static String body(Who who, String path) {
        return VISITORS.get(who).get(path).body();
    }
}

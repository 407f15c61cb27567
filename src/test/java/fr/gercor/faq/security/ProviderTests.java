package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

/** Logging in through a real OpenID provider that speaks as Pro Santé Connect, and out again. */
class ProviderTests {

    private static final String BUTTON = "/oauth2/authorization/psc";

    private static ConfigurableApplicationContext provider;
    private static ConfigurableApplicationContext service;
    private static String providerOrigin;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        provider = IdentityProvider.start("http://127.0.0.1:" + port);
        providerOrigin = "http://127.0.0.1:" + provider.getEnvironment().getProperty("local.server.port");
        String client = "--spring.security.oauth2.client.";
        String ours = "--faq.oidc.psc.";
        service = SecurityApplication.start(
                "--server.port=" + port,
                client + "registration.psc.client-id=faq",
                client + "registration.psc.client-secret=secret",
                client + "registration.psc.client-name=Pro Santé Connect",
                client + "registration.psc.scope=openid,scope_all",
                client + "registration.psc.authorization-grant-type=authorization_code",
                client + "registration.psc.redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
                client + "provider.psc.authorization-uri=" + providerOrigin + "/oauth2/authorize",
                client + "provider.psc.token-uri=" + providerOrigin + "/oauth2/token",
                client + "provider.psc.jwk-set-uri=" + providerOrigin + "/oauth2/jwks",
                client + "provider.psc.user-info-uri=" + providerOrigin + "/userinfo",
                client + "provider.psc.user-name-attribute=sub",
                ours + "issuer=" + providerOrigin,
                ours + "end-session-uri=" + providerOrigin + "/connect/logout",
                ours + "acr-values=eidas1",
                ours + "claims.identity=SubjectNameID",
                ours + "claims.name=given_name,family_name",
                ours + "claims.profession=SubjectRefPro.exercices[].codeProfession",
                ours + "claims.organisation=SubjectOrganization",
                ours + "roles.10=CLINICIAN",
                ours + "roles.60=CLINICIAN,STAFF",
                ours + "titles.10=médecin",
                ours + "titles.60=infirmière",
                "--faq.accounts.contact=acces@example.org",
                "--faq.accounts.first-admin=false");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        provider.close();
    }

    @Test
    void offersTheProviderByItsName() {
        try (Visitor browser = visitor()) {
            assertThat(Jsoup.parse(browser.get("/connexion?suite=%2Fpro%2Fprotocoles")
                                    .body())
                            .select("a.button")
                            .first()
                            .outerHtml())
                    .contains("Se connecter avec Pro Santé Connect")
                    .contains(BUTTON + "?suite=");
        }
    }

    @Test
    void asksWithStateNonceProofKeyAndAssurance() {
        try (Visitor browser = visitor()) {
            var asked = UriComponentsBuilder.fromUriString(browser.target(browser.get(BUTTON)))
                    .build()
                    .getQueryParams();

            assertThat(asked).containsKeys("state", "nonce", "code_challenge");
            assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
            assertThat(asked.getFirst("acr_values")).isEqualTo("eidas1");
        }
    }

    @Test
    void letsInADoctorWithRoleTitleAndOrganisation() {
        try (Visitor browser = visitor()) {
            HttpResponse<String> landed = signIn(browser, BUTTON, IdentityProvider.DOCTOR);

            assertThat(browser.target(landed)).isEqualTo("/pro");
            assertThat(browser.get("/pro").body()).isEqualTo("reached as somebody in CLINICIAN");
            assertThat(browser.get("/api/v1/ask").body()).isEqualTo("reached as somebody in CLINICIAN");
            assertThat(browser.get("/compte").body())
                    .contains("ANNE MARTIN6", "médecin", "HOPITAL D&#39;ESSAI", "fournisseur d&#39;identité")
                    .doesNotContain("/compte/mot-de-passe");
        }
        Account account = doctor();
        assertThat(account.roles()).isEqualTo(Set.of(Role.CLINICIAN));
        assertThat(account.passwordHash()).isEmpty();
        assertThat(account.provider()).contains("psc");
    }

    @Test
    void mapsEachCodeToItsRolesAndGoesOnToThePageThatWasWanted() {
        try (Visitor browser = visitor()) {
            HttpResponse<String> landed = signIn(browser, BUTTON + "?suite=%2Fconsole%2Ffile", IdentityProvider.NURSE);

            assertThat(browser.target(landed)).isEqualTo("/console/file");
            assertThat(browser.get("/console/file").body()).isEqualTo("reached as somebody in STAFF CLINICIAN");
        }
    }

    @Test
    void givesNoRoleThatIsNotMapped() {
        try (Visitor browser = visitor()) {
            HttpResponse<String> landed = signIn(browser, BUTTON, IdentityProvider.OPTICIAN);

            assertThat(browser.target(landed)).isEqualTo("/connexion/sans-acces");
            assertThat(browser.get("/connexion/sans-acces").body()).contains("acces@example.org");
            assertThat(browser.target(browser.get("/pro"))).startsWith("/connexion");
        }
    }

    @Test
    void endsASessionWhenTheAccountIsDisabledAndLetsItInNoMore() {
        try (Visitor browser = visitor()) {
            signIn(browser, BUTTON, IdentityProvider.DOCTOR);
            assertThat(browser.get("/pro").statusCode()).isEqualTo(200);
            service.getBean(Accounts.class).setDisabled(doctor().id(), true);
            try {
                assertThat(browser.get("/pro").statusCode()).isEqualTo(302);
                assertThat(browser.target(signIn(browser, BUTTON, IdentityProvider.DOCTOR)))
                        .isEqualTo("/connexion/sans-acces");
            } finally {
                service.getBean(Accounts.class).setDisabled(doctor().id(), false);
            }
        }
    }

    @Test
    void carriesTheLogoutToTheProvider() {
        try (Visitor browser = visitor()) {
            signIn(browser, BUTTON, IdentityProvider.DOCTOR);
            assertThat(browser.get("/compte")
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElse(""))
                    .contains("form-action 'self' " + providerOrigin);

            HttpResponse<String> out = browser.submit("/compte", "/deconnexion");

            String target = out.headers().firstValue("Location").orElseThrow();
            assertThat(target)
                    .startsWith(providerOrigin + "/connect/logout?id_token_hint=")
                    .contains("post_logout_redirect_uri=http://127.0.0.1:" + port + "/connexion");
            assertThat(browser.target(browser.get("/pro"))).startsWith("/connexion");
            HttpResponse<String> back = atProvider(browser, target, IdentityProvider.DOCTOR);
            assertThat(browser.target(back)).isEqualTo("/connexion");
        }
    }

    @Test
    void takesNoAnswerThatWasNotAskedFor() {
        try (Visitor browser = visitor()) {
            assertThat(browser.target(browser.get("/login/oauth2/code/psc?code=abc&state=xyz")))
                    .isEqualTo("/connexion?echec");
            assertThat(browser.get("/connexion?echec").body()).contains("pas abouti");
        }
    }

    @Test
    void showsNoButtonWhereNoProviderIsConfigured() {
        try (ConfigurableApplicationContext alone = SecurityApplication.start();
                Visitor browser = new People(alone).visitor()) {
            assertThat(browser.get("/connexion").body()).doesNotContain("/oauth2/authorization");
            assertThat(browser.target(browser.get(BUTTON))).isEqualTo("/connexion");
        }
    }

    private static Account doctor() {
        return service.getBean(Accounts.class).all().stream()
                .filter(account -> account.title().equals("médecin"))
                .findFirst()
                .orElseThrow();
    }

    private static Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + port);
    }

    private static HttpResponse<String> signIn(Visitor browser, String button, String id) {
        String authorize = browser.get(button).headers().firstValue("Location").orElseThrow();
        HttpResponse<String> back = atProvider(browser, authorize, id);
        return browser.get(back.headers().firstValue("Location").orElseThrow());
    }

    private static HttpResponse<String> atProvider(Visitor browser, String address, String id) {
        String basic = Base64.getEncoder().encodeToString((id + ":carte").getBytes(StandardCharsets.UTF_8));
        browser.forgetCookie("provider");
        browser.send(
                HttpRequest.newBuilder(browser.at(providerOrigin + "/")).header("Authorization", "Basic " + basic));
        return browser.get(address);
    }
}

package fr.gercor.faq.professional;

import static fr.gercor.faq.professional.ProfessionalApplication.Person.ANNE;
import static fr.gercor.faq.professional.ProfessionalApplication.Person.BRUNO;
import static fr.gercor.faq.professional.ProfessionalApplication.Person.SERGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.gercor.faq.escalation.CarriedQuestions;
import java.nio.file.Path;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The clinicians' pages as they are served. */
@SpringBootTest(classes = ProfessionalApplication.class)
@AutoConfigureMockMvc
class ClinicianChatTests {

    @TempDir
    private static Path data;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CarriedQuestions carried;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("faq.data", () -> data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pro", "/pro/protocoles", "/pro/protocoles/gemox"})
    void clinicianWhenReadingThenIsServedAndNothingIsCached(String address) {
        MvcTestResult result = read(address, user(ANNE));

        assertThat(result).hasStatusOk();
        assertThat(result).headers().hasValue(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pro", "/pro/protocoles", "/pro/protocoles/gemox", "/pro/protocoles/nulle-part"})
    void othersWhenReadingThenAreRefusedAndNothingIsCached(String address) {
        MvcTestResult staff = read(address, user(SERGE));
        MvcTestResult patient = read(address, anonymous());

        assertThat(staff).hasStatus(403);
        assertThat(patient).hasStatus(401);
        assertThat(staff).headers().hasValue(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(patient).headers().hasValue(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(staff).bodyText().doesNotContain("GEMOX");
        assertThat(patient).bodyText().doesNotContain("GEMOX");
    }

    @Test
    void othersWhenAskingThenAreRefused() {
        assertThat(ask(SERGE, "", UUID.randomUUID().toString(), "GEMOX ?")).hasStatus(403);
        assertThat(mvc.perform(post("/pro/question")
                        .with(anonymous())
                        .with(csrf())
                        .param("id", "a")
                        .param("text", "b")))
                .hasStatus(401);
    }

    @Test
    void answersWithTheRowItsPageItsReferencesAndItsReview() {
        Document page = answered(ANNE, "Quelle dose de gemcitabine en perfusion dans GEMOX ?");

        assertThat(page.select(".asked").text()).endsWith("Quelle dose de gemcitabine en perfusion dans GEMOX ?");
        assertThat(page.select(".source .quote tbody").first().text())
                .isEqualTo("Gemcitabine (GEMOX) 1 000 mg/m² IV, débit fixe J1 100 minutes");
        assertThat(page.select(".source .quote thead").first().text()).isEqualTo("Médicament Dose Voie Jour Durée");
        assertThat(page.select(".source .quote a").first().attr("href"))
                .startsWith("/professionnels/protocoles-gercor/gemox?quote=")
                .endsWith("#doses");
        assertThat(page.select(".references li").eachText()).contains("Louvet C, et al. J Clin Oncol 2005;23:3509-16.");
        assertThat(page.select(".source .facts").text()).contains("1er novembre 2026", "ne remplace pas");
        assertThat(page.select(".source a[href=/pro/protocoles/gemox]")).hasSize(1);
    }

    @Test
    void keepsAConversationForItsOwnerAlone() {
        String address = addressOf(ask(ANNE, "", "own", "Quelle dose de gemcitabine dans GEMOX ?"));

        assertThat(read(address, user(ANNE))).hasStatusOk();
        assertThat(read(address, user(BRUNO))).hasStatus(404);
        assertThat(read("/pro", user(ANNE))).bodyText().contains(address);
        assertThat(read("/pro", user(BRUNO))).bodyText().doesNotContain(address);
        assertThat(ask(BRUNO, idOf(address), "other", "GEMOX ?")).hasStatus(404);
        assertThat(erase(BRUNO, address)).hasStatus(404);
        assertThat(read(address, user(ANNE))).hasStatusOk();
    }

    @Test
    void asksOnceWhereAFormIsSentTwice() {
        String address = addressOf(ask(ANNE, "", "first", "Quelle dose de gemcitabine dans GEMOX ?"));
        ask(ANNE, idOf(address), "second", "Et à quel rythme ?");
        ask(ANNE, idOf(address), "second", "Et à quel rythme ?");

        assertThat(document(address, ANNE).select(".turn")).hasSize(2);
    }

    @Test
    void beginsOneConversationWhereTheFirstFormIsSentTwice() {
        String first = addressOf(ask(ANNE, "", "twice", "Quelle dose de gemcitabine dans GEMOX ?"));
        String second = addressOf(ask(ANNE, "", "twice", "Quelle dose de gemcitabine dans GEMOX ?"));

        assertThat(second).isEqualTo(first);
        assertThat(document(first, ANNE).select(".turn")).hasSize(1);
        assertThat(addressOf(ask(BRUNO, "", "twice", "Quelle dose ?"))).isNotEqualTo(first);
    }

    @Test
    void erasesAConversation() {
        String address = addressOf(ask(ANNE, "", "to-erase", "GEMOX posologie"));

        assertThat(erase(ANNE, address)).hasStatus(303);

        assertThat(read(address, user(ANNE))).hasStatus(404);
    }

    @Test
    void answersACarriedQuestionOnce() {
        String code = carried.keep("Quelle dose de gemcitabine dans GEMOX ?");

        MvcTestResult first = read("/pro?reprise=" + code, user(ANNE));
        MvcTestResult second = read("/pro?reprise=" + code, user(ANNE));

        assertThat(first).hasStatus(302);
        assertThat(document(addressOf(first), ANNE).select(".turn")).hasSize(1);
        assertThat(second).hasStatusOk();
        assertThat(second).bodyText().contains("n&#39;est plus disponible");
    }

    @Test
    void setsTwoProtocolsSideBySide() {
        Document page = answered(ANNE, "GEMOX ou XELOX ?");

        assertThat(page.select(".comparison h3").eachText())
                .containsExactly(
                        "Objet",
                        "Médicaments et doses",
                        "Rythme et nombre de cycles",
                        "Toxicités",
                        "Résultats publiés");
        assertThat(page.select(".comparison section")
                        .first()
                        .select("blockquote")
                        .eachText())
                .containsExactly(
                        "Le GEMOX associe la gemcitabine et l'oxaliplatine dans le cancer du pancréas et des voies"
                                + " biliaires, en première ligne, par le GERCOR.",
                        "Le XELOX associe oxaliplatine et capécitabine dans le cancer du côlon et du rectum.");
        assertThat(page.select(".comparison tbody tr")).hasSize(4);
        assertThat(page.select(".source")).hasSize(2);
    }

    @Test
    void calculatesNoDose() {
        Document page = answered(ANNE, "Quelle dose de gemcitabine dans GEMOX pour 1,73 m² et clairance 45 ?");

        assertThat(page.select(".note").text()).startsWith("Aucune dose n'est calculée ici");
        assertThat(page.select(".source .quote tbody").text()).contains("Gemcitabine (GEMOX) 1 000 mg/m²");
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThat(ask(ANNE, "", "blank", "  ")).hasStatus(400);
        assertThat(ask(ANNE, "", "long", "a".repeat(2_001))).hasStatus(413);
    }

    private Document answered(ProfessionalApplication.Person who, String question) {
        return document(addressOf(ask(who, "", UUID.randomUUID().toString(), question)), who);
    }

    private MvcTestResult read(String address, RequestPostProcessor who) {
        return mvc.perform(get(address).with(who));
    }

    private MvcTestResult ask(ProfessionalApplication.Person who, String conversation, String form, String text) {
        return mvc.perform(post("/pro/question")
                .with(user(who))
                .with(csrf())
                .param("conversation", conversation)
                .param("id", form)
                .param("text", text));
    }

    private MvcTestResult erase(ProfessionalApplication.Person who, String address) {
        return mvc.perform(post(address + "/effacement").with(user(who)).with(csrf()));
    }

    private Document document(String address, ProfessionalApplication.Person who) {
        MvcTestResult result = read(address, user(who));
        assertThat(result).hasStatusOk();
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static String addressOf(MvcTestResult result) {
        String location = result.getResponse().getHeader(HttpHeaders.LOCATION);
        assertThat(location).startsWith("/pro/conversations/");
        return location.split("#")[0];
    }

    private static String idOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}

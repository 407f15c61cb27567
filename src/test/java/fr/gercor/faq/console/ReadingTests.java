package fr.gercor.faq.console;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.Feedback;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What staff read of conversations, find in them and think of them, over a real socket. */
@SpringBootTest(
        classes = ReadingApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"faq.content=src/test/resources/tiny/content", "faq.intents=src/test/resources/tiny/intents"})
class ReadingTests {

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @Autowired
    private Conversations conversations;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("faq.data", data::toString);
    }

    @BeforeEach
    void sit() {
        jdbc.sql("delete from conversation").update();
        jdbc.sql("delete from saved_view").update();
        desk = new Desk(port, "anne");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void opensOnWhatWentWrongAndLeadsToIt() {
        UUID disliked = Desk.rated(
                conversations,
                "que faire contre la fatigue ?",
                new Feedback(Feedback.Vote.DOWN, Optional.of("off_topic"), Optional.of("pas ma question")));

        Document page = desk.page("/console");

        assertThat(page.select(".tile.questions strong").text()).isEqualTo("1");
        assertThat(page.select(".tile.down strong").text()).isEqualTo("1");
        assertThat(page.select(".rows .row").first().text())
                .contains("Pouce baissé", "que faire contre la fatigue ?", "« pas ma question »");
        assertThat(desk.page(page.select(".tile.down a").attr("href"))
                        .select(".row a")
                        .attr("href"))
                .contains(disliked.toString());
        assertThat(desk.page("/console?duree=semaine").select(".tile").size()).isEqualTo(9);
    }

    @Test
    void findsWhatWasWrittenWhateverItsAccentsAndEndings() {
        UUID tired = Desk.conversation(conversations, "Je suis très fatiguée depuis les séances");
        Desk.conversation(conversations, "Qu'est-ce que l'immunothérapie ?");

        for (String search : List.of("fatigue", "FATIGUÉ", "seance+fatiguees", "s%C3%A9ances")) {
            assertThat(hrefs(desk.page("/console/conversations?q=" + search)))
                    .as(search)
                    .singleElement()
                    .asString()
                    .contains(tired.toString());
        }
        assertThat(desk.page("/console/conversations?q=fatigue+immunotherapie").text())
                .contains("Aucune question ne correspond");
    }

    @Test
    void readsFiltersFromTheAddressAndForgivesWhatItCannotRead() {
        Desk.conversation(conversations, "que faire contre la fatigue ?");

        assertThat(hrefs(desk.page("/console/conversations?page=grand-public/conseils-pratiques/fatigue")))
                .hasSize(1);
        assertThat(hrefs(desk.page("/console/conversations?page=grand-public/traitements/chimiotherapie")))
                .isEmpty();
        assertThat(hrefs(desk.page(
                        "/console/conversations?du=hier&confiance-min=beaucoup&etat=x&etiquette=x&voix=x&avant=1-")))
                .hasSize(1);
        assertThat(hrefs(desk.page("/console/conversations?au=2020-01-01"))).isEmpty();
    }

    @Test
    void pagesThroughTheListWithoutLosingOrRepeatingOne() {
        for (int i = 0; i < 11; i++) {
            Desk.conversation(conversations, "fatigue", "la chimio", "la fatigue", "une séance", "et la fatigue ?");
        }

        Set<String> seen = new HashSet<>();
        String address = "/console/conversations?q=fatigue";
        int pages = 0;
        while (!address.isEmpty()) {
            Document page = desk.page(address);
            hrefs(page).forEach(href -> assertThat(seen.add(href)).as(href).isTrue());
            address = page.select("a[rel=next]").attr("href");
            pages++;
        }

        assertThat(seen).hasSize(33);
        assertThat(pages).isEqualTo(1);
        Document all = desk.page("/console/conversations");
        assertThat(hrefs(all)).hasSize(50);
        assertThat(hrefs(desk.page(all.select("a[rel=next]").attr("href")))).hasSize(5);
    }

    @Test
    void keepsAViewUnderItsNameForItsReaderAlone() {
        desk.post(
                "/console/conversations?reponse=urgent",
                "/console/conversations/vues?reponse=urgent",
                Map.of("nom", "Urgences"));

        assertThat(desk.page("/console/conversations").select(".tabs a").attr("href"))
                .isEqualTo("/console/conversations?reponse=urgent");
        try (Desk other = new Desk(port, "luc")) {
            assertThat(other.page("/console/conversations").select(".tabs a")).isEmpty();
        }
        desk.post("/console/conversations", "/console/conversations/vues/retrait", Map.of("nom", "Urgences"));
        assertThat(desk.page("/console/conversations").select(".tabs a")).isEmpty();
        assertThat(desk.post("/console/conversations", "/console/conversations/vues", Map.of("nom", " "))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void sticksALabelOnAndTakesItOff() {
        Desk.conversation(conversations, "fatigue");
        String address =
                desk.page("/console/conversations").select("form.marks").attr("action");

        HttpResponse<String> response = desk.post(
                "/console/conversations", address, Map.of("etiquette", "discuss", "retour", "q=fatigue&x=//evil"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow())
                .contains("/console/conversations?q=fatigue#q-");
        assertThat(hrefs(desk.page("/console/conversations?etiquette=discuss"))).hasSize(1);
        desk.post("/console/conversations", address, Map.of("etiquette", "discuss"));
        assertThat(hrefs(desk.page("/console/conversations?etiquette=discuss"))).isEmpty();
    }

    @Test
    void showsAConversationAsThePatientSawItWithItsReasonsAndTheQuoteInItsSection() {
        UUID id = Desk.conversation(conversations, "que faire contre la fatigue ?");

        Document page = desk.page("/console/conversations/" + id);

        assertThat(page.select(".bubble.patient .words").text()).isEqualTo("que faire contre la fatigue ?");
        assertThat(page.select(".bubble.service blockquote").text()).contains("marchez un peu chaque jour");
        assertThat(page.select(".section mark").text()).contains("marchez un peu chaque jour");
        assertThat(page.select("figcaption a").attr("href"))
                .startsWith("/grand-public/conseils-pratiques/fatigue?quote=")
                .endsWith("#que-faire");
        assertThat(page.select(".why").text()).contains("Décision", "Mots compris", "fatigue");
        assertThat(page.select(".why tbody tr")).isNotEmpty();
    }

    @Test
    void keepsAJudgementWithItsHistory() {
        UUID id = Desk.conversation(conversations, "que faire contre la fatigue ?");
        String page = "/console/conversations/" + id;

        assertThat(judge(page, "wrong_page", "grand-public/traitements/chimiotherapie", "open")
                        .statusCode())
                .isEqualTo(302);
        assertThat(judge(page, "wrong_page", "nulle/part", "open").statusCode()).isEqualTo(400);
        judge(page, "right", "", "resolved");

        Document judged = desk.page(page);
        assertThat(judged.select(".history li").eachText())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains(
                                        "Anne", "Mauvaise page", "grand-public/traitements/chimiotherapie", "À faire"),
                        second -> assertThat(second).contains("Anne", "Juste", "Réglé", "bien vu"));
        assertThat(judged.select("input[name=verdict][checked]").attr("value")).isEqualTo("right");
        assertThat(hrefs(desk.page("/console/conversations?relecteur=anne&etat=resolved")))
                .hasSize(1);
        assertThat(hrefs(desk.page("/console/conversations?non-relus=oui"))).isEmpty();
    }

    private HttpResponse<String> judge(String page, String verdict, String rightPage, String state) {
        return desk.post(
                page,
                page + "/tours/1/jugement",
                Map.of(
                        "verdict",
                        verdict,
                        "bonne-page",
                        rightPage,
                        "cause",
                        "lexicon",
                        "etat",
                        state,
                        "commentaire",
                        "bien vu"));
    }

    @Test
    void writesOneLineIntoTheAuditLogForEveryLookAtAConversation() {
        UUID id = Desk.conversation(conversations, "que faire contre la fatigue ?");
        long before = lines();

        for (int look = 1; look <= 3; look++) {
            desk.page("/console/conversations/" + id);
            assertThat(lines()).isEqualTo(before + look);
        }
        assertThat(desk.get("/console/conversations/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(lines()).isEqualTo(before + 3);
        assertThat(jdbc.sql("select account || ' ' || action || ' ' || subject from audit_event where id = :id")
                        .param("id", before + 3)
                        .query(String.class)
                        .single())
                .isEqualTo("anne read " + id);
    }

    @Test
    void writesOneLineForEveryListOfWhatPatientsWrote() {
        Desk.conversation(conversations, "que faire contre la fatigue ?");
        List<String> lists = List.of(
                "/console",
                "/console/conversations",
                "/console/conversations?q=la+fatigue&reponse=answer",
                "/console/relecture",
                "/console/sans-reponse",
                "/console/tendances/semaine",
                "/console/contenu/page?id=grand-public/conseils-pratiques/fatigue");

        for (String list : lists) {
            long before = lines();
            desk.page(list);
            assertThat(lines()).as(list).isEqualTo(before + 1);
        }
        for (String other : List.of("/console/tendances", "/console/contenu", "/console/corrections")) {
            long before = lines();
            desk.page(other);
            assertThat(lines()).as(other).isEqualTo(before);
        }

        List<String> subjects = jdbc.sql(
                        "select subject from audit_event where action = 'list' and account = 'anne' order by id desc")
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(subjects).first().isEqualTo("/console/contenu/page?id=grand-public/conseils-pratiques/fatigue");
        // The log is kept for ever, a patient's words are not.
        assertThat(subjects).contains("/console/conversations?q=*2&reponse=answer");
    }

    private long lines() {
        return jdbc.sql("select count(*) from audit_event").query(Long.class).single();
    }

    @Test
    void exportsAListAndLogsThatItDid() {
        Desk.conversation(conversations, "=SOMME(A1:A9)", "que faire contre la fatigue ?");
        long before = lines();

        HttpResponse<String> csv = desk.get("/console/conversations.csv");
        HttpResponse<String> lines = desk.get("/console/conversations.jsonl?q=fatigue");

        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("conversations.csv");
        assertThat(csv.body()).startsWith("\uFEFFat;conversation;seq;text").contains("\"'=SOMME(A1:A9)\"");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(lines.body().lines())
                .singleElement()
                .asString()
                .contains("\"text\":\"que faire contre la fatigue ?\"");
        assertThat(lines()).isEqualTo(before + 2);
    }

    @Test
    void showsTheAuditLogToAdministratorsAlone() {
        UUID id = Desk.conversation(conversations, "fatigue");
        desk.page("/console/conversations/" + id);

        assertThat(desk.page("/console/confidentialite").text())
                .contains("30 jours, puis le texte est effacé", "Seuls les administrateurs le lisent")
                .doesNotContain(id.toString());
        try (Desk admin = new Desk(port, "chef")) {
            assertThat(admin.page("/console/confidentialite").text())
                    .contains("Journal complet et intact", id.toString(), "Anne");
        }
    }

    @Test
    void showsTheSampleOfTheWeek() {
        assertThat(desk.page("/console/relecture").text()).contains("Aucune réponse à lire pour cette semaine");
        assertThat(desk.page("/console/relecture?semaine=2999-01-01").text()).contains("Relecture du");
    }

    private static List<String> hrefs(Document page) {
        return page.select(".rows .asked a").eachAttr("href");
    }
}

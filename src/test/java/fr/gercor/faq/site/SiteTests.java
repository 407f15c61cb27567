package fr.gercor.faq.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Passage;
import fr.gercor.faq.content.Quote;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The site over a real socket, since the page for what is missing is made where a mock never goes. */
@SpringBootTest(classes = SiteApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SiteTests {

    private static final String RAYONS = "/grand-public/traitements/rayons";
    private static final String SECRET = "/professionnels/protocoles/secret";

    @LocalServerPort
    private int port;

    @Autowired
    private Engines engines;

    @Test
    void showsAPageWithAllThatLetsAReaderJudgeIt() throws Exception {
        HttpResponse<String> response = get(RAYONS);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("<html lang=\"fr\"")
                .contains("<h1 itemprop=\"name\">Les rayons</h1>")
                .contains("<meta name=\"description\" content=\"Ce que sont les rayons, en une phrase.\">")
                .contains("<link rel=\"canonical\" href=\"http://localhost:" + port + RAYONS + "\">")
                .contains("Relu le 22 novembre 2026")
                .contains("Cette page n&#39;a pas encore été validée par un médecin du groupe.")
                .contains("Rédaction des essais")
                .contains("href=\"https://example.org/guide\"")
                .contains("<a href=\"#seances\">Comment se passent les séances ?</a>")
                .contains("<section id=\"seances\"")
                .contains("<div id=\"introduction\">")
                .contains("href=\"/grand-public/traitements\"")
                .contains("https://schema.org/BreadcrumbList")
                .doesNotContain("À revoir")
                .doesNotContain("<mark")
                .doesNotContain("SECRETUM");
    }

    @Test
    void saysThatAPageIsDueAndWhoValidatedIt() throws Exception {
        assertThat(get("/grand-public/traitements/ancienne").body())
                .contains("<strong class=\"due\">À revoir</strong>")
                .contains("1er novembre 2026")
                .contains("Validé le 2 décembre 2025 (chirurgien)")
                .doesNotContain("pas encore été validée");
    }

    @Test
    void escapesWhatAuthorsWrite() throws Exception {
        assertThat(get("/grand-public/traitements/ancienne").body())
                .contains("La chirurgie &lt;ancienne&gt; &amp; connue")
                .doesNotContain("<ancienne>");
        assertThat(get(RAYONS).body()).contains("&amp; sans mal").doesNotContain("<script>");
    }

    @Test
    void writesNoStyleAndNoScriptIntoAPage() throws Exception {
        for (String address : List.of("/", RAYONS, "/recherche?q=rayons", "/glossaire", "/grand-public")) {
            assertThat(get(address).body())
                    .doesNotContain("style=")
                    .doesNotContain("<style")
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContainPattern(" on[a-z]+=");
        }
    }

    @Test
    void marksEveryQuoteOfEveryPage() throws Exception {
        Page page = engines.current().content().page(RAYONS.substring(1)).orElseThrow();
        for (Passage passage : page.passages()) {
            Quote quote = passage.whole();
            String body = get(RAYONS + "?quote=" + quote.hash()).body();
            assertThat(marked(body)).isEqualTo(quote.text().replaceAll("[\\s|]+", ""));
            assertThat(body)
                    .containsOnlyOnce(" id=\"" + quote.anchor() + "\"")
                    .containsOnlyOnce("<mark id=\"" + quote.anchor() + "\">")
                    .contains("Le passage cité est surligné");
        }
    }

    @Test
    void anchorsTheRowOfATableAndNotItsHeaders() throws Exception {
        Page page = engines.current().content().page(RAYONS.substring(1)).orElseThrow();
        Passage row = page.passages("effets").getLast();

        assertThat(row.kind()).isEqualTo(Passage.Kind.ROW);
        assertThat(get(RAYONS + "?quote=" + row.whole().hash()).body())
                .contains("<td><mark id=\"effets\">Peau</mark></td>");
    }

    @Test
    void showsAPageUnmarkedWhenTheQuoteIsGone() throws Exception {
        assertThat(get(RAYONS + "?quote=0000").body())
                .contains("La page a changé")
                .contains("<section id=\"seances\"")
                .doesNotContain("<mark");
    }

    @Test
    void linksTheFirstMentionOfATermInASection() throws Exception {
        assertThat(get(RAYONS).body())
                .containsOnlyOnce("class=\"term\"")
                .contains("<a class=\"term\" href=\"/glossaire#biopsie\""
                        + " data-definition=\"Prélèvement d&#39;un &quot;petit&quot; morceau de tissu.\""
                        + " data-page=\"/grand-public/conseils/fatigue\">biopsie</a>");
    }

    @Test
    void hidesProfessionalPagesAsIfNothingStoodThere() throws Exception {
        HttpResponse<String> unknown = get("/nulle-part");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Page introuvable").contains("action=\"/recherche\"");
        for (String address : List.of(
                SECRET,
                "/professionnels",
                "/professionnels/",
                "/professionnels/protocoles",
                "/professionnels/nulle-part",
                "/grand-public/nulle-part",
                "/grand-public/traitements/nulle-part.html")) {
            HttpResponse<String> hidden = get(address);
            assertThat(hidden.statusCode()).as(address).isEqualTo(404);
            assertThat(hidden.body()).as(address).isEqualTo(unknown.body());
            assertThat(headers(hidden)).as(address).isEqualTo(headers(unknown));
        }
    }

    @Test
    void showsProfessionalPagesToProfessionalsAndKeepsThemOutOfCaches() throws Exception {
        HttpResponse<String> response = send(request(SECRET)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("professional:password".getBytes(StandardCharsets.UTF_8))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("SECRETUM");
        assertThat(response.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("private"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/grand-public", "/glossaire", "/sitemap.xml", "/recherche?q=secretum", "/recherche?q=PAC"})
    void nowhereNamesAProfessionalPage(String address) throws Exception {
        assertThat(get(address).body()).doesNotContain("SECRETUM").doesNotContain(SECRET);
    }

    @Test
    void listsFoldersInTheOrderOfThePlan() throws Exception {
        assertThat(get("/grand-public/traitements").body())
                .containsSubsequence("<h1>Traitements</h1>", "Les rayons", "Ce que sont les rayons", "La chirurgie");
        assertThat(get("/grand-public/").body())
                .containsSubsequence("<h1>Grand public</h1>", "Traitements", "Conseils")
                .contains("<link rel=\"canonical\" href=\"http://localhost:" + port + "/grand-public\">");
    }

    @Test
    void greetsWithSearchTopicsAndSections() throws Exception {
        assertThat(get("/").body())
                .contains("action=\"/recherche\"")
                .contains("<a href=\"/grand-public/conseils/fatigue#que-faire\">Que faire contre la fatigue ?</a>")
                .contains("<a href=\"/grand-public/traitements\">Traitements</a>")
                .contains("<gercor-chat></gercor-chat>");
    }

    @Test
    void findsPagesAndQuotesThePassage() throws Exception {
        HttpResponse<String> response = get("/recherche?q=fatigue");

        assertThat(response.body())
                .contains("La fatigue")
                .contains("bouger un peu chaque jour aide")
                .containsPattern("href=\"/grand-public/conseils/fatigue\\?quote=[0-9a-f]{64}#que-faire\"")
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("rel=\"canonical\"");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void searchesNothingAndFindsNothingPolitely() throws Exception {
        assertThat(get("/recherche").body()).contains("Écrivez un mot").doesNotContain("Aucune page");
        assertThat(get("/recherche?q=%20").body()).contains("Écrivez un mot");
        assertThat(get("/recherche?q=zzyzx").body()).contains("Aucune page ne correspond");
        assertThat(get("/recherche?q=" + "a".repeat(5_000)).statusCode()).isEqualTo(200);
        assertThat(get("/recherche?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body())
                .doesNotContain("<script>alert");
    }

    @Test
    void explainsTermsLetterByLetter() throws Exception {
        assertThat(get("/glossaire").body())
                .containsSubsequence(
                        "id=\"lettre-B\"", "id=\"biopsie\"", "Autres noms", "id=\"lettre-O\"", "id=\"oedeme\"")
                .contains("<a href=\"/grand-public/conseils/fatigue\">Lire la page");
    }

    @Test
    void tellsSearchEnginesWhatThereIs() throws Exception {
        HttpResponse<String> map = get("/sitemap.xml");

        assertThat(map.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        assertThat(map.body())
                .contains("<loc>http://localhost:" + port + "/</loc>")
                .contains("<loc>http://localhost:" + port + RAYONS + "</loc><lastmod>2026-11-22</lastmod>")
                .contains("<loc>http://localhost:" + port + "/grand-public/traitements</loc>");
        assertThat(get("/robots.txt").body()).contains("Sitemap: http://localhost:" + port + "/sitemap.xml");
    }

    @Test
    void leadsOldAddressesToTheNew() throws Exception {
        HttpResponse<String> page = get("/rayons.htm?utm=1");
        HttpResponse<String> query = get("/index.php?page=3");

        assertThat(page.statusCode()).isEqualTo(301);
        assertThat(page.headers().firstValue("Location")).hasValue(RAYONS + "#effets");
        assertThat(query.headers().firstValue("Location")).hasValue("/grand-public/conseils");
        assertThat(get("/index.php?page=4").statusCode()).isEqualTo(404);
    }

    @Test
    void answersNotModifiedAndLetsAssetsBeKept() throws Exception {
        HttpResponse<String> first = get(RAYONS);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(send(request(RAYONS).header("If-None-Match", etag)).statusCode())
                .isEqualTo(304);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache, public");

        String style = first.body().replaceAll("(?s).*href=\"(/site/site-[0-9a-f]+\\.css)\".*", "$1");
        HttpResponse<String> css = get(style);
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
    }

    private static String marked(String body) {
        StringBuilder text = new StringBuilder();
        var matcher = java.util.regex.Pattern.compile("<mark[^>]*>(.*?)</mark>").matcher(body);
        while (matcher.find()) {
            text.append(matcher.group(1));
        }
        return org.springframework.web.util.HtmlUtils.htmlUnescape(text.toString())
                .replaceAll("[\\s|]+", "");
    }

    private static Map<String, List<String>> headers(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
    }

    private HttpResponse<String> get(String address) throws Exception {
        return send(request(address));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}

package fr.gercor.faq.console;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.Feedback;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

/** What a patient may type never acts where staff read it: screens and files show it as text. */
@SpringBootTest(
        classes = ReadingApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"faq.content=src/test/resources/tiny/content", "faq.intents=src/test/resources/tiny/intents"})
class HostileTextTests {

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
        desk = new Desk(port, "chef");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void showsEveryPayloadAsText() {
        List<String> texts = HostileTexts.all();
        assertThat(texts).hasSize(200).doesNotHaveDuplicates();
        UUID id = Desk.conversation(conversations, texts.toArray(String[]::new));
        // As if the masker and the engine had let all of it through, everywhere.
        List<Long> refs = jdbc.sql("select ref from turn where conversation_id = :id order by seq")
                .param("id", id)
                .query((row, number) -> row.getLong(1))
                .list();
        for (int i = 0; i < refs.size(); i++) {
            jdbc.sql("update turn set text = :text, rule = :short, intent = :short, page = :short where ref = :ref")
                    .param("text", texts.get(i))
                    .param(
                            "short",
                            texts.get(i).substring(0, Math.min(200, texts.get(i).length())))
                    .param("ref", refs.get(i))
                    .update();
        }
        Desk.rated(
                conversations,
                "fatigue",
                new Feedback(Feedback.Vote.DOWN, Optional.of(texts.get(0)), Optional.of(texts.get(1))));
        desk.post(
                "/console/conversations",
                "/console/conversations/vues",
                Map.of("nom", "<script>window.harmed=1</script>"));

        Set<String> shown = new HashSet<>();
        Document conversation = desk.page("/console/conversations/" + id);
        conversation.select(".bubble.patient .words").forEach(words -> shown.add(asHtmlReads(words.wholeText())));
        String list = "/console/conversations";
        while (!list.isEmpty()) {
            Document page = desk.page(list);
            isInert(page);
            list = page.select("a[rel=next]").attr("href");
        }

        assertThat(shown)
                .containsAll(texts.stream().map(HostileTextTests::asHtmlReads).toList());
        isInert(conversation);
        isInert(desk.page("/console"));
        isInert(desk.page("/console/confidentialite"));
        isInert(desk.page(
                "/console/conversations?q=%3Cscript%3Ewindow.harmed%3D1%3C%2Fscript%3E&page=%22%3E%3Cscript%3E"));
        String csv = desk.get("/console/conversations.csv").body();
        assertThat(csv.split(";", -1))
                .filteredOn(cell -> cell.startsWith("\""))
                .noneMatch(cell -> cell.matches("(?s)\"[=+@\\t\\r\\n＝＋－＠-].*"));
    }

    /** Parsers of HTML make one line feed of a carriage return. */
    private static String asHtmlReads(String text) {
        return text.replace("\r\n", "\n").replace("\r", "\n");
    }

    private static void isInert(Document page) {
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList())
                    // Told only where it fails: a selector is found by asking the whole page.
                    .as(element::cssSelector)
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")
                            || attribute.getKey().startsWith("data-hx")
                            || attribute.getKey().equals("style")
                            || attribute.getKey().equals("srcdoc")
                            || attribute.getValue().strip().startsWith("javascript:")
                                    && Set.of("href", "src", "action").contains(attribute.getKey()));
        }
        assertThat(page.select("script:not([src]), iframe, svg, math, img, object, embed"))
                .isEmpty();
        assertThat(page.select("script")).hasSize(2);
        assertThat(page.select("[hx-get]")).isEmpty();
    }
}

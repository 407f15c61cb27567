package fr.gercor.faq.professional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.escalation.Clinician;
import fr.gercor.faq.escalation.EscalatedQuestion;
import fr.gercor.faq.escalation.EscalatedQuestion.State;
import fr.gercor.faq.escalation.Escalations;
import fr.gercor.faq.escalation.PublicPassages;
import fr.gercor.faq.escalation.QuestionSeen;
import fr.gercor.faq.escalation.TestEscalations;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.SignedIn;
import fr.gercor.faq.testsupport.TestDatabases;
import fr.gercor.faq.testsupport.TinyEngine;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of the queue, as one clinician and another see them. */
@SpringBootTest(classes = QueueTests.Desk.class)
class QueueTests {

    private static final String IMMUNOTHERAPY = "grand-public/traitements/immunotherapie";
    private static final String FOLFOX = "professionnels/protocoles-gercor/folfox";

    /** The queue alone; no configuration, so that no scan of the whole program finds it. */
    @EnableAutoConfiguration(
            exclude = {
                DataSourceAutoConfiguration.class,
                FlywayAutoConfiguration.class,
                DataJdbcRepositoriesAutoConfiguration.class
            })
    @Import({QueueController.class, AwayAdvice.class})
    static class Desk {

        @Bean
        HikariDataSource database() {
            return TestDatabases.H2.create();
        }

        @Bean
        TestEscalations testEscalations(HikariDataSource database) {
            return new TestEscalations(database, Clock.systemUTC());
        }

        @Bean
        Escalations escalations(TestEscalations given) {
            return given.escalations;
        }

        @Bean
        PublicPassages passages(TestEscalations given) {
            return given.passages;
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    record Person(String id, String name, String title, Set<Role> roles) implements SignedIn {

        static final Person ANNE = new Person("anne", "Anne Martin", "oncologue", Set.of(Role.CLINICIAN));
        static final Person PAUL = new Person("paul", "Paul Petit", "infirmier", Set.of(Role.CLINICIAN));
        static final Person STAFF = new Person("luc", "Luc Roux", "rédacteur", Set.of(Role.STAFF));

        @Override
        public Optional<String> organisation() {
            return Optional.empty();
        }
    }

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private TestEscalations given;

    @Autowired
    private Escalations escalations;

    @Autowired
    private HikariDataSource database;

    private MockMvcTester mvc;

    @BeforeEach
    void start() {
        mvc = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build());
        escalations.open().forEach(question -> escalations.erase(question.conversation()));
    }

    @Test
    void listsWhatWaitsAndTakesTheOldest() {
        EscalatedQuestion first = given.waiting();
        given.waiting();

        assertThat(get("/pro/questions", Person.ANNE).select("#queue-open ~ .queue-list:not(h2 ~ h2 ~ .queue-list) li"))
                .hasSize(2);
        assertThat(post("/pro/questions/next", Person.ANNE))
                .isEqualTo("/pro/questions/" + first.id() + "?notice=taken");
        assertThat(post("/pro/questions/next", Person.ANNE)).isEqualTo("/pro/questions/" + first.id() + "?notice=busy");
        assertThat(get("/pro/questions", Person.PAUL).text()).contains("Prise par Anne Martin");
    }

    @Test
    void tellsWhoComesSecond() {
        EscalatedQuestion question = given.waiting();
        post("/pro/questions/" + question.id() + "/take", Person.ANNE);

        String to = post("/pro/questions/" + question.id() + "/take", Person.PAUL);

        Document page = get(to, Person.PAUL);
        assertThat(page.select("[role=status]").text()).contains("Une autre personne vient de prendre cette question");
        assertThat(page.text()).contains("Prise par Anne Martin");
        assertThat(page.select("textarea, button.primary")).isEmpty();
    }

    @Test
    void searchesPreviewsAndSendsAnAnswerWithoutLosingWhatWasTyped() {
        EscalatedQuestion question = taken();
        String desk = "/pro/questions/" + question.id();

        Document found = page(form(desk + "/answer", Person.ANNE)
                .param("version", "" + question.version())
                .param("text", "Parlez-en & demandez.")
                .param("words", "effets de l'immunothérapie")
                .param("step", "search"));
        assertThat(found.select("textarea[name=text]").val()).isEqualTo("Parlez-en & demandez.");
        String passage = found.select("input[name=passage]").first().val();
        assertThat(passage).startsWith(IMMUNOTHERAPY + "#");

        Document preview = page(form(desk + "/answer", Person.ANNE)
                .param("version", "" + question.version())
                .param("text", "Parlez-en & demandez.")
                .param("passage", passage)
                .param("step", "preview"));
        assertThat(preview.select(".preview").text()).contains("Parlez-en & demandez.", "oncologue");
        assertThat(preview.select(".preview blockquote")).hasSize(1);
        assertThat(preview.select("input[name=passage][checked]").val()).isEqualTo(passage);

        MvcTestResult sent = mvc.perform(form(desk + "/answer", Person.ANNE)
                .param("version", "" + question.version())
                .param("text", "Parlez-en & demandez.")
                .param("passage", passage)
                .param("step", "send"));
        assertThat(sent).hasStatus(303).hasHeader(HttpHeaders.LOCATION, desk + "?notice=answered");
        Document answered = get(desk, Person.PAUL);
        assertThat(answered.text()).contains("Parlez-en & demandez.").contains("Proposer comme contenu");

        assertThat(post(desk + "/propose", Person.PAUL)).endsWith("?notice=proposed");
        assertThat(get(desk, Person.PAUL).text()).contains("Proposée comme contenu");
    }

    @Test
    void refusesAPassageForProfessionalsAndKeepsTheDraft() {
        EscalatedQuestion question = taken();
        String secret = TinyEngine.shared()
                .content()
                .page(FOLFOX)
                .map(page -> page.passages().getFirst().whole())
                .map(quote -> QueueDraft.key(FOLFOX, quote.anchor(), quote.hash()))
                .orElseThrow();

        Document page = page(form("/pro/questions/" + question.id() + "/answer", Person.ANNE)
                .param("version", "" + question.version())
                .param("text", "Voici.")
                .param("passage", secret)
                .param("step", "send"));

        assertThat(page.select("[role=status]").text()).contains("réservé aux professionnels");
        assertThat(page.select("textarea[name=text]").val()).isEqualTo("Voici.");
        assertThat(page.text()).doesNotContain("oxaliplatine 85");
        assertThat(state(question)).isEqualTo(State.TAKEN);
    }

    @Test
    void passesDeclinesRefersAndReleases() {
        get("/pro/questions", Person.PAUL);
        EscalatedQuestion passed = taken();
        assertThat(post(
                        "/pro/questions/" + passed.id() + "/pass",
                        Person.ANNE,
                        "version",
                        "" + passed.version(),
                        "colleague",
                        "paul",
                        "note",
                        "Pour toi"))
                .endsWith("?notice=passed");
        assertThat(get("/pro/questions", Person.PAUL).text()).contains("Pour vous");
        assertThat(get("/pro/questions/" + passed.id(), Person.PAUL).text()).contains("Pour toi");
        escalations.erase(passed.conversation());

        EscalatedQuestion declined = taken();
        assertThat(post(
                        "/pro/questions/" + declined.id() + "/decline",
                        Person.ANNE,
                        "version",
                        "" + declined.version()))
                .endsWith("?notice=declined");
        assertThat(state(declined)).isEqualTo(State.DECLINED);

        EscalatedQuestion referred = taken();
        assertThat(post(
                        "/pro/questions/" + referred.id() + "/refer",
                        Person.ANNE,
                        "version",
                        "" + referred.version(),
                        "urgency",
                        "SUICIDE"))
                .endsWith("?notice=referred");
        assertThat(state(referred)).isEqualTo(State.REFERRED);

        EscalatedQuestion released = taken();
        assertThat(post(
                        "/pro/questions/" + released.id() + "/release",
                        Person.ANNE,
                        "version",
                        "" + released.version()))
                .endsWith("?notice=released");
        assertThat(state(released)).isEqualTo(State.WAITING);
    }

    @Test
    void isNothingToWhoeverIsNoClinician() {
        EscalatedQuestion question = given.waiting();

        for (String path : new String[] {"/pro/questions", "/pro/questions/" + question.id()}) {
            assertThat(mvc.perform(MockMvcRequestBuilders.get(path).with(as(Person.STAFF))))
                    .hasStatus(404);
        }
        assertThat(mvc.perform(form("/pro/questions/" + question.id() + "/take", Person.STAFF)))
                .hasStatus(404);
        assertThat(mvc.perform(
                        MockMvcRequestBuilders.post("/pro/questions/next").with(as(Person.ANNE))))
                .as("without the token of a form")
                .hasStatus(403);
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/pro/questions/" + UUID.randomUUID())
                        .with(as(Person.ANNE))))
                .hasStatus(404);
    }

    @Test
    void tellsOnceOfEachTimeThatAQuestionIsOpened() {
        EscalatedQuestion question = taken();
        String desk = "/pro/questions/" + question.id();
        given.events.clear();

        get("/pro/questions", Person.PAUL);
        assertThat(given.events).isEmpty();
        get(desk, Person.PAUL);
        page(form(desk + "/answer", Person.ANNE).param("version", "1").param("step", "preview"));

        assertThat(given.events)
                .containsExactly(
                        new QuestionSeen(question.id(), question.conversation(), seenBy(Person.PAUL)),
                        new QuestionSeen(question.id(), question.conversation(), seenBy(Person.ANNE)));
    }

    private static Clinician seenBy(Person person) {
        return new Clinician(person.id(), person.name(), person.title());
    }

    @Test
    void showsNothingOfAQuestionWhoseOpeningCantBeNoted() {
        EscalatedQuestion question = taken();
        given.failing = true;
        try {
            MvcTestResult result = mvc.perform(MockMvcRequestBuilders.get("/pro/questions/" + question.id())
                    .with(as(Person.ANNE)));

            assertThat(result).hasStatus(503);
            assertThat(result).bodyText().doesNotContain(question.question());
        } finally {
            given.failing = false;
        }
    }

    @Test
    void keepsWhatWasTypedWhileTheDatabaseIsAway() throws Exception {
        EscalatedQuestion question = taken();
        String desk = "/pro/questions/" + question.id();
        List<Connection> all = new ArrayList<>();
        try {
            while (all.size() < database.getMaximumPoolSize()) {
                all.add(database.getConnection());
            }

            MvcTestResult queue =
                    mvc.perform(MockMvcRequestBuilders.get("/pro/questions").with(as(Person.ANNE)));
            MvcTestResult sent = mvc.perform(form(desk + "/answer", Person.ANNE)
                    .param("version", "" + question.version())
                    .param("text", "Parlez-en\n& demandez.")
                    .param("passage", "a#b@c", "d#e@f")
                    .param("step", "send"));

            for (MvcTestResult each : List.of(queue, sent)) {
                assertThat(each).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "30");
            }
            Document page = document(sent);
            assertThat(page.select("[role=status]").text()).contains("Ce que vous avez écrit est ci-dessous");
            assertThat(page.select("form.again").attr("action")).isEqualTo(desk + "/answer");
            assertThat(page.select("textarea[name=text]").first().wholeText()).isEqualTo("Parlez-en\n& demandez.");
            assertThat(page.select("input[name=passage]").eachAttr("value")).containsExactly("a#b@c", "d#e@f");
            assertThat(page.select("input[name=step]").val()).isEqualTo("send");
            assertThat(page.select("input[name=version]").val()).isEqualTo("" + question.version());
            assertThat(document(queue).select("main a").attr("href")).isEqualTo("/pro/questions");
        } finally {
            for (Connection each : all) {
                each.close();
            }
        }
        assertThat(state(question)).isEqualTo(State.TAKEN);
    }

    @Test
    void saysThatTheQuestionIsGoneWhenItsWriterErasesIt() {
        EscalatedQuestion question = taken();
        escalations.erase(question.conversation());

        assertThat(post("/pro/questions/" + question.id() + "/decline", Person.ANNE, "version", "1"))
                .isEqualTo("/pro/questions?notice=gone");
    }

    private EscalatedQuestion taken() {
        EscalatedQuestion question = given.waiting();
        escalations.take(question.id(), new Clinician("anne", "Anne Martin", "oncologue"));
        return escalations.find(question.id()).orElseThrow();
    }

    private State state(EscalatedQuestion question) {
        return escalations.find(question.id()).orElseThrow().state();
    }

    private Document get(String path, Person person) {
        return page(MockMvcRequestBuilders.get(path).with(as(person)));
    }

    private Document page(MockHttpServletRequestBuilder request) {
        MvcTestResult result = mvc.perform(request);
        assertThat(result).hasStatusOk();
        return document(result);
    }

    private static Document document(MvcTestResult result) {
        String body = new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(body).doesNotContain("??").doesNotContain("''");
        return Jsoup.parse(body);
    }

    private String post(String path, Person person, String... fields) {
        MockHttpServletRequestBuilder form = form(path, person);
        for (int at = 0; at < fields.length; at += 2) {
            form.param(fields[at], fields[at + 1]);
        }
        MvcTestResult result = mvc.perform(form);
        assertThat(result).hasStatus(303);
        return Objects.requireNonNull(result.getResponse().getHeader(HttpHeaders.LOCATION));
    }

    private static MockHttpServletRequestBuilder form(String path, Person person) {
        return MockMvcRequestBuilders.post(path).with(as(person)).with(csrf());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor as(Person person) {
        return authentication(new TestingAuthenticationToken(
                person, null, person.roles().stream().map(Role::authority).toArray(String[]::new)));
    }
}

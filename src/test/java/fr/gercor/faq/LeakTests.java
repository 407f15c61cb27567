package fr.gercor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.answer.Exchange;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.answer.Reply.Outcome;
import fr.gercor.faq.answer.Reply.Suggestion;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Passage;
import fr.gercor.faq.content.Section;
import fr.gercor.faq.testsupport.ChatLine;
import fr.gercor.faq.testsupport.RunningService;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nothing of {@code professionnels/} reaches somebody who is not logged in: every question of professionals is asked, every public
 * door is opened, and every sentence of those pages is looked for in what comes back. One service on the whole content for them all.
 */
class LeakTests {

    private static final String FOLDER = "professionnels/";
    private static final String UNKNOWN = "/professionnels/protocoles-gercor/nulle-part";

    /** The repository's own table; {@code -Dfaq.questions=FILE} names another one beside it. */
    private static final Path OWN_QUESTIONS = Path.of("src/test/resources/relevance/questions.tsv");

    /** Intents that are asked about by each door: the engine behind both is asked about all of them. */
    private static final int SAMPLED = 40;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @TempDir
    private static Path data;

    private static RunningService service;
    private static Engine engine;
    private static Content content;
    private static ProfessionalWords words;
    private static List<Page> secret;
    private static List<Intent> intents;
    private static Set<String> labels;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.whole(data);
        engine = service.part(Engines.class).current();
        content = engine.content();
        words = new ProfessionalWords(content);
        secret = content.pages().stream()
                .filter(page -> page.audience() == Audience.PROFESSIONAL)
                .toList();
        intents = engine.catalogue().intents().stream()
                .filter(intent -> intent.page().startsWith(FOLDER))
                .toList();
        labels = new HashSet<>(intents.stream().map(Intent::label).toList());
        secret.forEach(page -> labels.add(page.title()));
        System.out.printf(
                "leak test: %d pages, %d intents, %d sentences looked for%n",
                secret.size(), intents.size(), words.count());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void looksForWordsThatItWouldFind() {
        Page page = secret.getFirst();
        Passage passage = page.passages().stream()
                .filter(each -> each.text().length() > 2 * ProfessionalWords.SHORTEST)
                .findFirst()
                .orElseThrow();

        assertThat(words.in("<p>" + passage.whole().text() + "</p>")).isPresent();
        assertThat(words.count()).isGreaterThan(1_000);
        assertThat(secret).hasSizeGreaterThanOrEqualTo(34);
    }

    @Test
    void noReplyToAPatientHoldsAnythingOfAProfessionalPage() {
        Map<Outcome, Integer> outcomes = new TreeMap<>();
        List<String> leaks = new ArrayList<>();
        Consumer<String> ask = question -> {
            Reply reply = engine.answer(List.of(), new Message.Text(question), Audience.PUBLIC)
                    .reply();
            outcomes.merge(reply.outcome(), 1, Integer::sum);
            leak(reply).ifPresent(found -> leaks.add(question + " → " + found));
        };
        long utterances = intents.stream()
                .flatMap(intent -> Stream.concat(intent.utterances().stream(), Stream.of(intent.label())))
                .peek(ask)
                .count();
        long headings = secret.stream()
                .flatMap(page -> page.sections().stream()
                        .map(Section::heading)
                        .flatMap(heading -> Stream.of(heading, heading + " " + page.topic())))
                .peek(ask)
                .count();
        long rows = secret.stream()
                .flatMap(page -> page.passages().stream())
                .filter(passage -> passage.kind() == Passage.Kind.ROW)
                .map(passage -> passage.text().substring(passage.text().indexOf('\n') + 1))
                .peek(ask)
                .count();
        long titles = secret.stream()
                .flatMap(page -> Stream.concat(Stream.of(page.title(), page.summary()), page.topics().stream()))
                .peek(ask)
                .count();
        System.out.printf(
                "leak test, engine: %d utterances, %d headings, %d rows, %d titles and topics; %s; %d leaks%n",
                utterances, headings, rows, titles, outcomes, leaks.size());

        assertThat(leaks).isEmpty();
    }

    @Test
    void noChoiceAndNoContextOpensAProfessionalPage() {
        List<String> leaks = new ArrayList<>();
        for (Intent intent : intents) {
            Reply offered = offering(intent);
            Reply chosen = engine.answer(
                            List.of(new Exchange(new Message.Text(intent.label()), offered)),
                            new Message.Choice(intent.id()),
                            Audience.PUBLIC)
                    .reply();
            leak(chosen).ifPresent(found -> leaks.add(intent.id() + " → " + found));
            Reply professional = engine.answer(List.of(), new Message.Text(intent.label()), Audience.PROFESSIONAL)
                    .reply();
            Reply after = engine.answer(
                            List.of(new Exchange(new Message.Text(intent.label()), professional)),
                            new Message.Text("Et la dose ?"),
                            Audience.PUBLIC)
                    .reply();
            leak(after).ifPresent(found -> leaks.add(intent.id() + " then → " + found));
        }
        System.out.printf("leak test, choices and contexts: %d, %d leaks%n", 2 * intents.size(), leaks.size());

        assertThat(leaks).isEmpty();
    }

    /** A sample of what professionals ask, and every row of kind {@code pro} of the question files. */
    private static List<List<String>> talks() throws IOException {
        List<List<String>> talks = new ArrayList<>();
        int step = Math.max(1, intents.size() / SAMPLED);
        for (int at = 0; at < intents.size(); at += step) {
            talks.add(List.of(intents.get(at).utterances().getFirst(), "Et la dose ?"));
        }
        talks.addAll(rows(OWN_QUESTIONS));
        String more = System.getProperty("faq.questions", "");
        if (!more.isEmpty()) {
            talks.addAll(rows(Path.of(more)));
        }
        return talks;
    }

    /** The turns of each row: {@code id kind expect style question}, with bars between turns. */
    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells.length == 5 && cells[1].equals("pro"))
                .map(cells -> List.of(cells[4].split(" \\|\\|\\| ")))
                .toList();
        assertThat(rows).as(file.toString()).isNotEmpty();
        return rows;
    }

    @Test
    void noReplyByRequestHoldsAnythingOfAProfessionalPage() throws Exception {
        Map<Outcome, Integer> outcomes = new TreeMap<>();
        List<String> leaks = new ArrayList<>();
        int asked = 0;
        for (List<String> talk : talks()) {
            JsonNode begun = JSON.readTree(
                    post("/api/v1/conversations", "", "{\"keep\": true}").body());
            String messages = "/api/v1/conversations/" + begun.path("id").asString() + "/messages";
            for (String turn : talk) {
                HttpResponse<String> answer = post(
                        messages,
                        begun.path("token").asString(),
                        JSON.writeValueAsString(Map.of("id", "m-" + asked++, "text", turn)));
                assertThat(answer.statusCode()).as(turn).isEqualTo(200);
                Reply reply = JSON.readValue(answer.body(), Reply.class);
                outcomes.merge(reply.outcome(), 1, Integer::sum);
                leak(reply, answer.body(), turn).ifPresent(found -> leaks.add(turn + " → " + found));
            }
        }
        System.out.printf("leak test, requests: %d messages; %s; %d leaks%n", asked, outcomes, leaks.size());

        assertThat(leaks).isEmpty();
    }

    @Test
    void noReplyOverASocketHoldsAnythingOfAProfessionalPage() throws Exception {
        Map<Outcome, Integer> outcomes = new TreeMap<>();
        List<String> leaks = new ArrayList<>();
        int asked = 0;
        JsonNode begun = JSON.readTree(
                post("/api/v1/conversations", "", "{\"keep\": true}").body());
        try (ChatLine line = ChatLine.connect(service, service.origin())) {
            line.send(
                    "{'type':'open','conversation':'%s','token':'%s','after':0}",
                    begun.path("id").asString(), begun.path("token").asString());
            for (List<String> talk : talks()) {
                for (String turn : talk) {
                    line.sendText(
                            JSON.writeValueAsString(Map.of("type", "message", "id", "m-" + asked++, "text", turn)));
                    JsonNode frame = line.next();
                    assertThat(frame.path("type").asString()).as(turn).isEqualTo("turn");
                    Reply reply = JSON.treeToValue(frame.path("reply"), Reply.class);
                    outcomes.merge(reply.outcome(), 1, Integer::sum);
                    leak(reply, frame.path("reply").toString(), turn)
                            .ifPresent(found -> leaks.add(turn + " → " + found));
                }
            }
        }
        System.out.printf("leak test, socket: %d messages; %s; %d leaks%n", asked, outcomes, leaks.size());

        assertThat(leaks).isEmpty();
    }

    /** What a reply tells of a professional page, or what comes along beside what a reply has. */
    private static Optional<String> leak(Reply reply, String wire, String asked) {
        return leak(reply).or(() -> Optional.of(FOLDER).filter(wire::contains)).or(() -> words.in(JSON.readTree(wire)
                        .valueStream()
                        .map(JsonNode::toString)
                        .collect(Collectors.joining("\n")))
                .filter(found -> !asked.contains(found)));
    }

    private static HttpResponse<String> post(String address, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.at(address))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyProfessionalAddressAnswersAsAnUnknownOne() throws Exception {
        HttpResponse<String> unknown = get(UNKNOWN);
        assertThat(unknown.statusCode()).isEqualTo(404);
        List<Long> known = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        for (Page page : secret) {
            String marked = page.passages().getFirst().whole().hash();
            for (String address :
                    List.of("/" + page.id(), "/" + page.id() + "/", "/" + page.id() + "?quote=" + marked)) {
                long start = System.nanoTime();
                HttpResponse<String> response = get(address);
                known.add(System.nanoTime() - start);
                assertThat(response.statusCode()).as(address).isEqualTo(404);
                assertThat(response.body()).as(address).isEqualTo(unknown.body());
                assertThat(headers(response)).as(address).isEqualTo(headers(unknown));
                start = System.nanoTime();
                get(UNKNOWN + address.hashCode());
                missing.add(System.nanoTime() - start);
            }
        }
        for (String folder : List.of(
                "/professionnels",
                "/professionnels/",
                "/professionnels/protocoles-gercor",
                "/professionnels/protocoles-non-promoteur",
                "/professionnels/publications")) {
            assertThat(get(folder).statusCode()).as(folder).isEqualTo(404);
            assertThat(get(folder).body()).as(folder).isEqualTo(unknown.body());
        }
        System.out.printf(
                "leak test, addresses: %d asked, all 404 and alike; median %d µs, unknown ones %d µs%n",
                known.size() + 5, median(known), median(missing));
    }

    /** But that of the line, which Tomcat ends after a hundred requests whatever they asked for. */
    private static Set<String> headers(HttpResponse<String> response) {
        Set<String> names = new HashSet<>(response.headers().map().keySet());
        names.remove("connection");
        return names;
    }

    @Test
    void noSearchFindsAProfessionalPage() throws Exception {
        List<String> queries = new ArrayList<>();
        secret.forEach(page -> {
            queries.add(page.title());
            queries.addAll(page.topics());
            page.passages().stream()
                    .filter(passage -> passage.ordinal() == 0)
                    .forEach(passage -> queries.add(passage.whole().text()));
        });
        intents.forEach(intent -> queries.add(intent.label()));
        for (String query : queries) {
            assertClean("/recherche?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8), query);
        }
        System.out.printf("leak test, searches: %d%n", queries.size());
    }

    @Test
    void noPublicPageHoldsProfessionalWords() throws Exception {
        Set<String> addresses = new HashSet<>(List.of(
                "/", "/glossaire", "/sitemap.xml", "/robots.txt", "/recherche", "/v3/api-docs", "/openapi.json"));
        for (Page page : content.pages()) {
            if (page.audience() == Audience.PUBLIC) {
                addresses.add("/" + page.id());
                addresses.add("/" + page.folder());
            }
        }
        for (String address : addresses) {
            assertClean(address, "");
        }
        System.out.printf("leak test, public pages: %d%n", addresses.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/actuator/metrics",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/mappings",
                "/actuator/configprops",
                "/actuator/loggers",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/pro",
                "/pro?reprise=abc",
                "/pro/protocoles",
                "/pro/protocoles?q=gemox",
                "/pro/protocoles/gemox",
                "/pro/protocoles/nulle-part",
                "/pro/questions",
                "/pro/conversations/00000000-0000-0000-0000-000000000000"
            })
    void noDoorBehindTheSiteHoldsProfessionalWords(String address) throws Exception {
        HttpResponse<String> response = assertClean(address, "");

        if (address.startsWith("/pro")) {
            assertThat(response.statusCode()).isIn(302, 401, 403, 404);
            assertThat(response.headers().firstValue("Cache-Control").orElse(""))
                    .contains("no-store");
        }
    }

    @Test
    void noProtocolIsToldApartByWhoMayNotSeeIt() throws Exception {
        HttpResponse<String> known = get("/pro/protocoles/gemox");
        HttpResponse<String> unknown = get("/pro/protocoles/nulle-part");

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(known.body().replace("gemox", "")).isEqualTo(unknown.body().replace("nulle-part", ""));
    }

    private static HttpResponse<String> assertClean(String address, String asked) throws Exception {
        HttpResponse<String> response = get(address);
        String body = response.body().replace(asked, "");
        String text = Jsoup.parse(body).text();
        // What was asked stands in the box again: those very words are the reader's own.
        String ofReader = asked.isEmpty() ? "" : asked.replaceAll("\\s+", " ");
        assertThat(words.in(text.replace(ofReader, "")).filter(found -> !asked.contains(found)))
                .as(address)
                .isEmpty();
        assertThat(body).as(address).doesNotContain("/" + FOLDER);
        return response;
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(service.at(address))
                        .header("Accept", "text/html,*/*")
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What a reply tells of a professional page, if it does. */
    private static Optional<String> leak(Reply reply) {
        for (Reply.QuotedPassage passage : reply.passages()) {
            if (passage.page().startsWith(FOLDER) || passage.url().contains(FOLDER)) {
                return Optional.of(passage.url());
            }
            Optional<String> found = words.in(passage.quote() + "\n" + passage.title() + "\n" + passage.heading());
            if (found.isPresent()) {
                return found;
            }
        }
        for (Suggestion suggestion : reply.suggestions()) {
            boolean leads = suggestion.page() != null && suggestion.page().startsWith(FOLDER);
            if (leads || labels.contains(suggestion.label())) {
                return Optional.of(suggestion.label());
            }
        }
        boolean named = reply.intent() != null
                && intents.stream().anyMatch(each -> each.id().equals(reply.intent()));
        return named ? Optional.of("intent " + reply.intent()) : words.in(reply.text());
    }

    /** A reply that offers what should never be offered, as if somebody had found a way to have it kept. */
    private static Reply offering(Intent intent) {
        Reply reply = engine.greeting();
        return new Reply(
                reply.id(),
                reply.at(),
                Outcome.CLARIFICATION,
                null,
                1,
                "fr",
                null,
                reply.text(),
                List.of(),
                List.of(new Suggestion(intent.label(), Reply.Action.CHOOSE, intent.id(), null, null)),
                List.of(),
                null,
                List.of(),
                null);
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElse(0L) / 1_000;
    }
}

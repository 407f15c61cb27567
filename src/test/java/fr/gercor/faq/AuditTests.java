package fr.gercor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.escalation.Escalations;
import fr.gercor.faq.escalation.TestEscalations;
import fr.gercor.faq.review.AuditLog;
import fr.gercor.faq.security.People;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.Visitor;
import fr.gercor.faq.testsupport.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every look of those who work here at what a patient wrote, and every try at what isn't theirs: one line of the audit log each. */
class AuditTests {

    private static final String PROTOCOL = "Quelle dose d'oxaliplatine pour [nom] ?";

    /** Nothing is there under any of these. */
    private static final Map<String, String> NOBODYS = Map.of(
            "id", "00000000-0000-4000-8000-000000000000",
            "id:\\d+", "999999",
            "ref", "999999",
            "seq", "1",
            "slug", "nulle-part",
            "chart:[a-z]+", "nulle");

    /** What the forms ask for beside, so that nothing but the id is at fault. */
    private static final String[] FIELDS = {
        "version",
        "1",
        "urgency",
        "MEDICAL",
        "note",
        "x",
        "index",
        "0",
        "state",
        "open",
        "owner",
        "x",
        "verdict",
        "right",
        "etat",
        "open",
        "etiquette",
        "example",
        "role",
        "STAFF"
    };

    @TempDir
    private static Path data;

    private static RunningService service;
    private static People people;
    private static Visitor clinician;
    private static Visitor everything;

    @BeforeAll
    static void start() {
        service = RunningService.tiny(data, "--faq.accounts.first-admin=false");
        people = new People(service.context());
        clinician = people.signedIn(Role.CLINICIAN);
        everything = people.signedIn(Role.CLINICIAN, Role.STAFF, Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void writesOneLineForEachTimeThatAClinicianOpensAQuestion() {
        UUID conversation = UUID.randomUUID();
        service.part(Escalations.class).handOver(TestEscalations.handed(conversation, "r-1"));
        String address = Jsoup.parse(clinician.get("/pro/questions").body())
                .select(".queue-list a")
                .attr("href");
        long before = lines();

        assertThat(clinician.get("/pro/questions").body()).contains("oxaliplatine");
        assertThat(lines()).as("the list").isEqualTo(before);
        Document desk = Jsoup.parse(clinician.get(address).body());
        assertThat(desk.select(".asked").text()).isEqualTo(PROTOCOL);
        assertThat(lines()).isEqualTo(before + 1);
        assertThat(last()).isEqualTo("question " + address.replace("/pro/questions/", "") + " " + conversation);
        String desk2 = clinician.target(clinician.submit(address, address + "/take"));
        assertThat(lines()).as("the page of the form").isEqualTo(before + 2);
        assertThat(clinician.get(desk2).body()).contains("answer-text");
        assertThat(lines()).isEqualTo(before + 3);
        HttpResponse<String> preview =
                clinician.submit(address, address + "/answer", "text", "Parlez-en.", "step", "preview");
        assertThat(preview.body()).contains("Parlez-en.");
        assertThat(lines()).as("its page, and the preview with the question").isEqualTo(before + 5);
        assertThat(service.part(AuditLog.class).check().broken()).isEmpty();
    }

    @Test
    void answersEveryRouteWithAnotherIdByNothingAndWritesIt() {
        Map<String, String> answers = new TreeMap<>();
        routes().forEach((route, address) -> {
            long before = lines();
            HttpResponse<String> response =
                    route.startsWith("GET ") ? everything.get(address) : everything.post(address, withToken());
            String written = lines() == before + 1
                    ? last().equals("refused " + route.split(" ")[0] + " " + address + " " + response.statusCode())
                            ? "one line"
                            : last()
                    : (lines() - before) + " lines";
            answers.put(route, response.statusCode() + ", " + written);
        });

        assertThat(answers).hasSizeGreaterThan(25);
        answers.forEach((route, answer) -> {
            // A question that its patient has erased is told of as such, with nothing of it.
            boolean queue = route.matches("POST /pro/questions/\\{id}/(?!answer).*");
            assertThat(answer).as(route).isEqualTo(queue ? "303, 0 lines" : "404, one line");
        });
    }

    @Test
    void writesEachTryAtWhatTheRoleDoesNotOpen() {
        try (Visitor staff = people.signedIn(Role.STAFF)) {
            for (String path : List.of("/pro/questions", "/pro/protocoles", "/administration/comptes")) {
                long before = lines();
                assertThat(staff.get(path).statusCode()).isEqualTo(403);
                assertThat(lines()).as(path).isEqualTo(before + 1);
                assertThat(last()).isEqualTo("refused GET " + path + " 403");
            }
            long before = lines();
            assertThat(staff.get("/compte").statusCode()).isEqualTo(200);
            assertThat(staff.post("/compte/sessions").statusCode()).isEqualTo(403);
            assertThat(lines())
                    .as("what is theirs, and a form without its token")
                    .isEqualTo(before);
        }
        try (Visitor nobody = people.visitor()) {
            long before = lines();
            nobody.get("/pro/questions");
            nobody.get("/professionnels/protocoles-gercor/folfox");
            assertThat(lines()).as("nobody has a name").isEqualTo(before);
        }
    }

    @Test
    void opensAConversationOfAClinicianToNoOther() {
        HttpResponse<String> asked =
                clinician.submit("/pro", "/pro/question", "text", "doses du folfox", "id", "f-" + UUID.randomUUID());
        String own = clinician.target(asked).replaceAll("#.*", "");
        assertThat(clinician.get(own).statusCode()).isEqualTo(200);
        long before = lines();

        HttpResponse<String> others = everything.get(own);

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body()).doesNotContain("doses du folfox");
        assertThat(last()).isEqualTo("refused GET " + own + " 404");
        assertThat(lines()).isEqualTo(before + 1);
    }

    /** Of those who work here, each with something's id in it; as an address under which nothing is. */
    private static Map<String, String> routes() {
        Map<String, String> routes = new TreeMap<>();
        service.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.matches("/(pro|console|administration|compte)/.*\\{.*"))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.put(method + " " + pattern, address(pattern)))));
        return routes;
    }

    private static String address(String pattern) {
        String address = pattern;
        for (Map.Entry<String, String> each : NOBODYS.entrySet()) {
            address = address.replace("{" + each.getKey() + "}", each.getValue());
        }
        return address.contains("/taches/") ? "/console/sans-reponse/taches/999999" : address;
    }

    private static String[] withToken() {
        String token = Jsoup.parse(everything.get("/compte").body())
                .select("input[name=_csrf]")
                .first()
                .val();
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(FIELDS), java.util.stream.Stream.of("_csrf", token))
                .toArray(String[]::new);
    }

    private static long lines() {
        return service.part(JdbcClient.class)
                .sql("select count(*) from audit_event")
                .query(Long.class)
                .single();
    }

    private static String last() {
        return Optional.of(
                        service.part(AuditLog.class).newest(Long.MAX_VALUE, 1).getFirst())
                .map(event -> event.action().name().toLowerCase(java.util.Locale.ROOT) + " " + event.subject() + " "
                        + event.detail())
                .orElseThrow();
    }
}

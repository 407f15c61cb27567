package fr.gercor.faq.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.testsupport.ChatLine;
import fr.gercor.faq.testsupport.RunningService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What patients tell of themselves, sent through both doors, is found nowhere afterwards. */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests {

    private static final String MESSAGE =
            "Bonjour, je m'appelle Apolline Quatrebarbes, mon numéro est le 06 98 76 54 32, mon adresse "
                    + "apolline.quatrebarbes@canari.example, ma sécu 2 84 07 75 116 001 22. Parlez-moi de la fatigue.";

    private static final List<String> CANARIES = List.of(
            "Apolline",
            "Quatrebarbes",
            "quatrebarbes@canari",
            "06 98 76 54 32",
            "0698765432",
            "98 76 54",
            "2 84 07 75 116");

    @TempDir
    private Path data;

    @Test
    void findsNoCanaryInLogsMetricsDatabaseOrSpool(CapturedOutput log) throws IOException {
        String metrics;
        String spool;
        ChatClient patient;
        try (RunningService service = RunningService.tiny(data, "--logging.level.fr.gercor=DEBUG")) {
            patient = ChatClient.begin(service);
            tell(patient, "kept");
            service.part(HikariDataSource.class).close();
            tell(patient, "spooled");
            metrics = patient.call("GET", "/actuator/prometheus", "").body();
            spool = everyFileOf(data.resolve("spool"));
        }

        assertThat(metrics).contains("faq_reply_seconds");
        assertThat(spool).contains("spooled-1", "spooled-2", "Parlez-moi de la fatigue");
        assertThat(everyFileOf(data)).contains("kept-1", "kept-2");
        assertNoCanary(patient, log.getAll());
        assertNoCanary(patient, metrics);
        assertNoCanary(patient, spool);
        assertNoCanary(patient, everyFileOf(data));
    }

    private static void tell(ChatClient patient, String prefix) {
        assertThat(patient.say(prefix + "-1", MESSAGE).statusCode()).isEqualTo(200);
        patient.call("POST", "/api/v1/ask", ChatClient.JSON.writeValueAsString(Map.of("question", MESSAGE)));
        patient.call("POST", patient.path("/messages"), "{\"id\":\"" + MESSAGE);
        patient.call("GET", patient.path("/messages?after=" + patient.token()), "");
        patient.call("GET", "/api/v1/nothing/Quatrebarbes", "");
        patient.call(
                "PUT",
                patient.path("/messages/" + prefix + "/feedback"),
                "{\"value\":\"down\",\"comment\":\"Apolline Quatrebarbes, 06 98 76 54 32\"}");
        try (ChatLine line = patient.line(1_000)) {
            line.send("{'type':'message','id':'%s-2','text':'%s'}", prefix, MESSAGE.replace("'", "’"));
            assertThat(line.next().path("type").asString()).isEqualTo("turn");
            line.send("{'type':'message','id':'x','text':['Apolline Quatrebarbes']}");
            line.send("{'type':'Apolline Quatrebarbes'}");
            line.send("Apolline Quatrebarbes");
            assertThat(line.next().path("type").asString()).isEqualTo("problem");
        }
    }

    private static void assertNoCanary(ChatClient patient, String text) {
        assertThat(text).doesNotContain(patient.token());
        assertThat(CANARIES).allSatisfy(canary -> assertThat(text).doesNotContain(canary));
    }

    private static String everyFileOf(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}

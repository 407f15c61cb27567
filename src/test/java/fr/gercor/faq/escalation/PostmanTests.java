package fr.gercor.faq.escalation;

import static fr.gercor.faq.escalation.TestEscalations.ANNE;
import static fr.gercor.faq.escalation.TestEscalations.handed;
import static fr.gercor.faq.escalation.TestEscalations.withEmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.testsupport.MovableClock;
import fr.gercor.faq.testsupport.TestDatabases;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail through a real server that is down, then up. */
class PostmanTests {

    private static final String ADDRESS = "zoe@example.org";

    private final MovableClock clock = MovableClock.now();
    private HikariDataSource pool;
    private TestEscalations given;
    private Postman postman;
    private GreenMail server;

    @BeforeEach
    void start() throws IOException {
        pool = TestDatabases.H2.create();
        given = new TestEscalations(pool, clock);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        postman = given.postman(Optional.of(sender));
    }

    @AfterEach
    void stop() {
        server.stop();
        pool.close();
    }

    @Test
    void tellsThePatientOnceThoughTheServerIsDownAtFirst() throws Exception {
        UUID conversation = UUID.randomUUID();
        String code = given.escalations
                .handOver(withEmail(handed(conversation, "r-1"), ADDRESS))
                .code();
        postman.run();
        assertThat(stored()).doesNotContain(ADDRESS);
        assertThat(state()).isEqualTo("held");
        EscalatedQuestion taken = ((Taking.Taken) given.escalations.takeNext(ANNE)).question();
        given.escalations.answer(taken.id(), taken.version(), ANNE, "Voici la réponse.", List.of());

        for (int hour = 0; hour < 5; hour++) {
            postman.run();
            assertThat(state()).isEqualTo("waiting");
            clock.move(Duration.ofHours(1));
        }
        server.start();
        clock.move(Duration.ofHours(3));
        postman.run();
        clock.move(Duration.ofHours(3));
        postman.run();

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        String text = mail.getContent().toString();
        assertThat(mail.getAllRecipients()[0]).hasToString(ADDRESS);
        assertThat(text).contains("https://chat.example.org/suivi").contains("quatre mots");
        assertThat(mail.getSubject() + text)
                .doesNotContain(code)
                .doesNotContain("oxaliplatine")
                .doesNotContain("Voici la réponse")
                .doesNotContainIgnoringCase("cancer")
                .doesNotContain("GERCOR");
        assertThat(state()).isEqualTo("sent");
        assertThat(given.rows("outgoing_mail where recipient is not null")).isZero();
    }

    @Test
    void waitsLongerAfterEachFailure() {
        EscalatedQuestion late = given.waiting();
        clock.move(Duration.ofDays(8));
        assertThat(late.isOverdue(clock.instant())).isTrue();
        given.escalations.remind();

        postman.run();
        postman.run();
        assertThat(tries()).isEqualTo(1);
        clock.move(Duration.ofSeconds(61));
        postman.run();
        clock.move(Duration.ofSeconds(61));
        postman.run();
        assertThat(tries()).isEqualTo(2);
        clock.move(Duration.ofSeconds(61));
        postman.run();
        assertThat(tries()).isEqualTo(3);
    }

    @Test
    void keepsMailUntilAServerIsNamed() {
        given.waiting();
        clock.move(Duration.ofDays(8));
        given.escalations.remind();

        given.postman(Optional.empty()).run();
        assertThat(state()).isEqualTo("waiting");
        server.start();
        postman.run();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private String state() {
        return given.jdbc
                .sql("select state from outgoing_mail")
                .query(String.class)
                .single();
    }

    private int tries() {
        return given.jdbc
                .sql("select tries from outgoing_mail")
                .query(Integer.class)
                .single();
    }

    private String stored() {
        return given.jdbc
                .sql("select recipient from outgoing_mail")
                .query(String.class)
                .single();
    }
}

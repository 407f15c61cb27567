package fr.gercor.faq.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.security.People;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.Visitor;
import fr.gercor.faq.testsupport.ChatLine;
import fr.gercor.faq.testsupport.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A line of somebody who has logged in is closed when their session ends, and nobody else's with it. */
class SessionEndTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ACCOUNTS = "/administration/comptes/";

    @TempDir
    private static Path data;

    private static RunningService service;
    private static People people;
    private static Visitor admin;

    /** What ends a session. */
    enum End {
        LOGOUT {
            @Override
            void come(People.Person person, Visitor here, Visitor elsewhere) {
                here.submit("/compte", "/deconnexion");
            }
        },
        CLOSED_ELSEWHERE {
            @Override
            void come(People.Person person, Visitor here, Visitor elsewhere) {
                elsewhere.submit("/compte", "/compte/sessions");
            }
        },
        DISABLED {
            @Override
            void come(People.Person person, Visitor here, Visitor elsewhere) {
                admin.submit(ACCOUNTS + person.id(), ACCOUNTS + person.id() + "/desactiver");
            }
        },
        OTHER_ROLES {
            @Override
            void come(People.Person person, Visitor here, Visitor elsewhere) {
                admin.submit(ACCOUNTS + person.id(), ACCOUNTS + person.id() + "/roles", "role", "STAFF");
            }
        };

        abstract void come(People.Person person, Visitor here, Visitor elsewhere);
    }

    @BeforeAll
    static void start() {
        service = RunningService.tiny(data, "--faq.accounts.first-admin=false");
        people = new People(service.context());
        admin = people.signedIn(Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void closesTheLineWithTheSession(End end) {
        People.Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor here = people.signedIn(anne);
                Visitor elsewhere = again(anne);
                Visitor colleague = people.signedIn(Role.CLINICIAN);
                ChatLine line = line(here);
                ChatLine others = line(colleague);
                ChatLine patient = ChatClient.begin(service).line(0)) {
            assertAnswers(line, "before");

            end.come(anne, here, elsewhere);

            assertThat(line.closingCode(SOON)).isEqualTo(1008);
            assertThat(line.closingReason()).contains("session", "ended");
            assertAnswers(others, "after");
            assertAnswers(patient, "after");
        }
    }

    /** Each code is good once, and no test waits for the next. */
    private static Visitor again(People.Person person) {
        service.part(JdbcClient.class)
                .sql("update account set totp_step = 0 where id = :id")
                .param("id", person.id())
                .update();
        return people.signedIn(person);
    }

    private static void assertAnswers(ChatLine line, String id) {
        line.send("{'type':'message','id':'%s','text':'bonjour'}", id);
        assertThat(line.next().path("clientId").asString()).isEqualTo(id);
    }

    /** A line with the cookie of a session. */
    private static ChatLine line(Visitor visitor) {
        ChatClient conversation = ChatClient.begin(service);
        ChatLine line = ChatLine.connect(
                service,
                service.origin(),
                "session=" + visitor.cookie("session").orElseThrow().getValue());
        line.send(
                "{'type':'open','conversation':'%s','token':'%s','after':0}", conversation.id(), conversation.token());
        return line;
    }
}

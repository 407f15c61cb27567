package fr.gercor.faq.escalation;

import fr.gercor.faq.testsupport.TinyEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.MailSender;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Escalations as they are put together for serving, over four short pages, a database and a clock of the test's. */
public final class TestEscalations {

    public static final Clinician ANNE = new Clinician("anne", "Anne Martin", "oncologue");
    public static final Clinician PAUL = new Clinician("paul", "Paul Petit", "infirmier de coordination");

    public final List<Object> events = Collections.synchronizedList(new ArrayList<>());

    /** Whether those who listen to the events can't. */
    public volatile boolean failing;

    public final Escalations escalations;
    final JdbcClient jdbc;
    public final PublicPassages passages = new PublicPassages(TinyEngine::shared);
    private final EscalationStore store;
    private final MailStore mails;
    private final Vault vault = new Vault(new byte[Vault.KEY_BYTES]);
    private final Wording wording;
    private final Clock clock;

    public TestEscalations(DataSource database, Clock clock) {
        this.clock = clock;
        jdbc = JdbcClient.create(database);
        store = new EscalationStore(
                jdbc, new TransactionTemplate(new JdbcTransactionManager(database)), JsonMapper.shared());
        mails = new MailStore(jdbc);
        OfficeHours hours = OfficeHours.parse("MON-FRI 09:00-18:00");
        wording = new Wording(hours, 2);
        EscalationSettings settings = new EscalationSettings(
                "MON-FRI 09:00-18:00",
                2,
                Duration.ofMinutes(30),
                List.of("garde@example.org"),
                Optional.empty(),
                Optional.empty());
        ApplicationEventPublisher publisher = event -> {
            if (failing) {
                throw new DataAccessResourceFailureException("the audit log is away");
            }
            events.add(event);
        };
        escalations = new Escalations(
                store,
                mails,
                vault,
                passages,
                new Closings(TinyEngine::shared, wording),
                wording,
                hours,
                settings,
                publisher,
                clock);
    }

    /** A postman for a mail server. */
    Postman postman(Optional<MailSender> server) {
        return new Postman(
                store,
                mails,
                vault,
                wording,
                () -> server,
                Optional.of("https://chat.example.org/"),
                Optional.of("ne-pas-repondre@example.org"),
                clock);
    }

    /** A question that a patient hands over. */
    public static HandedOver handed(UUID conversation, String replyId) {
        return new HandedOver(
                conversation,
                true,
                replyId,
                Reason.PROTOCOL,
                "Quelle dose d'oxaliplatine pour [nom] ?",
                List.of(new Said(Optional.of("bonjour"), "Bonjour.", List.of())),
                Optional.empty());
    }

    static HandedOver withEmail(HandedOver handed, String email) {
        return new HandedOver(
                handed.conversation(),
                handed.kept(),
                handed.replyId(),
                handed.reason(),
                handed.question(),
                handed.context(),
                Optional.of(email));
    }

    /** Hands a question over, and finds it in the queue. */
    public EscalatedQuestion waiting() {
        UUID conversation = UUID.randomUUID();
        escalations.handOver(handed(conversation, "r-1"));
        return escalations.open().stream()
                .filter(question -> question.conversation().equals(conversation))
                .findFirst()
                .orElseThrow();
    }

    /** Hands a question over, and takes it. */
    EscalatedQuestion taken(Clinician by) {
        return ((Taking.Taken) escalations.take(waiting().id(), by)).question();
    }

    /** A passage that patients may read, and one that they may not. */
    static Attachment passage(String page) {
        return TinyEngine.shared()
                .content()
                .page(page)
                .map(each -> each.passages().getFirst().whole())
                .map(quote -> new Attachment(page, quote.anchor(), quote.hash()))
                .orElseThrow();
    }

    long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}

package fr.gercor.faq.escalation;

import static fr.gercor.faq.escalation.TestEscalations.ANNE;
import static fr.gercor.faq.escalation.TestEscalations.PAUL;
import static fr.gercor.faq.escalation.TestEscalations.handed;
import static fr.gercor.faq.escalation.TestEscalations.passage;
import static fr.gercor.faq.escalation.TestEscalations.withEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.answer.Reply.Urgency;
import fr.gercor.faq.escalation.EscalatedQuestion.State;
import fr.gercor.faq.testsupport.MovableClock;
import fr.gercor.faq.testsupport.TestDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a question that is handed over, on both databases. */
class EscalationsTests {

    private static final String IMMUNOTHERAPY = "grand-public/traitements/immunotherapie";
    private static final String FOLFOX = "professionnels/protocoles-gercor/folfox";
    private static final Map<TestDatabases, HikariDataSource> POOLS = new EnumMap<>(TestDatabases.class);

    /** Two who come at the very same moment meet in a few rounds out of a hundred. */
    private static final int RACES = 200;

    private final MovableClock clock = MovableClock.now();
    private TestEscalations given;
    private Escalations escalations;

    private void given(TestDatabases database) {
        HikariDataSource pool = POOLS.computeIfAbsent(database, TestDatabases::create);
        JdbcClient jdbc = JdbcClient.create(pool);
        List.of("content_proposal", "outgoing_mail", "escalated_question", "clinician")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        given = new TestEscalations(pool, clock);
        escalations = given.escalations;
    }

    @AfterAll
    static void close() {
        POOLS.values().forEach(HikariDataSource::close);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameCodeForTheSameHandover(TestDatabases database) {
        given(database);
        UUID conversation = UUID.randomUUID();

        Receipt first = escalations.handOver(handed(conversation, "r-1"));
        Receipt again = escalations.handOver(handed(conversation, "r-1"));
        Receipt other = escalations.handOver(handed(conversation, "r-2"));

        assertThat(first.code().split(" ")).hasSize(4);
        assertThat(again).isEqualTo(first);
        assertThat(other.code()).isNotEqualTo(first.code());
        assertThat(escalations.open()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void handsOverOnceWhenAskedManyTimesAtOnce(TestDatabases database) throws Exception {
        given(database);
        HandedOver handed = withEmail(handed(UUID.randomUUID(), "r-1"), "zoe@example.org");

        List<Receipt> receipts = atOnce(6, () -> escalations.handOver(handed));

        assertThat(receipts).containsOnly(receipts.getFirst());
        assertThat(given.rows("escalated_question")).isEqualTo(1);
        assertThat(given.rows("outgoing_mail")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void followsACodeHoweverItIsTyped(TestDatabases database) {
        given(database);
        String code = escalations.handOver(handed(UUID.randomUUID(), "r-1")).code();

        assertThat(escalations.follow(code).orElseThrow().state()).isEqualTo(FollowUp.State.WAITING);
        assertThat(escalations.follow(
                        "  " + code.toUpperCase(java.util.Locale.ROOT).replace(' ', '-')))
                .isPresent();
        assertThat(escalations.follow("amour amour amour amour")).isEmpty();
        assertThat(escalations.follow("rien")).isEmpty();
        assertThat(given.jdbc
                        .sql("select code_hash from escalated_question")
                        .query(String.class)
                        .single())
                .doesNotContain(code.split(" ")[0]);
    }

    @ParameterizedTest
    @EnumSource
    void letsOneOfTwoCliniciansTakeAQuestionAndTellsTheOtherWhoHasIt(TestDatabases database) throws Exception {
        given(database);
        for (int round = 0; round < 10; round++) {
            EscalatedQuestion question = given.waiting();
            List<Clinician> both = new ArrayList<>(List.of(ANNE, PAUL));

            List<Taking> takings = atOnce(2, () -> {
                Clinician clinician;
                synchronized (both) {
                    clinician = both.removeFirst();
                }
                return escalations.take(question.id(), clinician);
            });

            assertThat(takings).filteredOn(Taking.Taken.class::isInstance).hasSize(1);
            EscalatedQuestion now = escalations.find(question.id()).orElseThrow();
            Clinician winner = now.hold().orElseThrow().by();
            assertThat(takings)
                    .filteredOn(Taking.HeldByAnother.class::isInstance)
                    .singleElement(type(Taking.HeldByAnother.class))
                    .satisfies(other -> assertThat(other.hold().by()).isEqualTo(winner));
            escalations.decline(question.id(), now.version(), winner);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTwoQuestionsToTwoCliniciansWhoTakeTheNext(TestDatabases database) throws Exception {
        given(database);
        for (int round = 0; round < RACES; round++) {
            given.waiting();
            given.waiting();
            List<Clinician> both = new ArrayList<>(List.of(ANNE, PAUL));

            List<Taking> takings = atOnce(2, () -> {
                Clinician clinician;
                synchronized (both) {
                    clinician = both.removeFirst();
                }
                return escalations.takeNext(clinician);
            });

            assertThat(takings)
                    .as("round %d", round)
                    .allMatch(Taking.Taken.class::isInstance)
                    .doesNotHaveDuplicates();
            assertThat(escalations.open())
                    .extracting(each -> each.hold().orElseThrow().by())
                    .containsExactlyInAnyOrder(ANNE, PAUL);
            escalations.open().forEach(question -> escalations.erase(question.conversation()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAClinicianHoldOneQuestionAtATime(TestDatabases database) {
        given(database);
        EscalatedQuestion first = given.taken(ANNE);
        EscalatedQuestion second = given.waiting();

        assertThat(escalations.take(second.id(), ANNE))
                .asInstanceOf(type(Taking.Busy.class))
                .satisfies(busy -> assertThat(busy.other().id()).isEqualTo(first.id()));
        assertThat(escalations.take(first.id(), ANNE)).isInstanceOf(Taking.Taken.class);
    }

    @ParameterizedTest
    @EnumSource
    void releasesAQuestionAfterTheHold(TestDatabases database) {
        given(database);
        EscalatedQuestion taken = given.taken(ANNE);

        clock.move(Duration.ofMinutes(29));
        assertThat(escalations.take(taken.id(), PAUL)).isInstanceOf(Taking.HeldByAnother.class);
        clock.move(Duration.ofMinutes(2));
        assertThat(escalations.take(taken.id(), PAUL)).isInstanceOf(Taking.Taken.class);

        assertThat(escalations.answer(taken.id(), taken.version(), ANNE, "Voici.", List.of()))
                .isEqualTo(new Settling.NotHeld(Optional.of(PAUL)));
    }

    @ParameterizedTest
    @EnumSource
    void takesAnAnswerAfterTheHoldWhileNobodyElseHasTheQuestion(TestDatabases database) {
        given(database);
        EscalatedQuestion taken = given.taken(ANNE);

        clock.move(Duration.ofHours(2));

        assertThat(escalations.answer(taken.id(), taken.version(), ANNE, "Voici.", List.of()))
                .isInstanceOf(Settling.Done.class);
    }

    @ParameterizedTest
    @EnumSource
    void answersInTheProfessionalsWordsSignedAndDatedWithPublicPassages(TestDatabases database) {
        given(database);
        UUID conversation = UUID.randomUUID();
        String code = escalations.handOver(handed(conversation, "r-1")).code();
        EscalatedQuestion taken = ((Taking.Taken) escalations.takeNext(ANNE)).question();

        Settling settled = escalations.answer(
                taken.id(), taken.version(), ANNE, "  Parlez-en à votre équipe. ", List.of(passage(IMMUNOTHERAPY)));

        Reply reply = ((Settling.Done) settled).question().reply().orElseThrow();
        assertThat(reply.id()).isEqualTo(taken.id().toString());
        assertThat(reply.outcome()).isEqualTo(Reply.Outcome.PROFESSIONAL_ANSWER);
        assertThat(reply.text()).isEqualTo("Parlez-en à votre équipe.");
        assertThat(java.util.Objects.requireNonNull(reply.author()).role()).isEqualTo("oncologue");
        assertThat(reply.passages()).singleElement().satisfies(each -> assertThat(each.page())
                .isEqualTo(IMMUNOTHERAPY));
        FollowUp followUp = escalations.follow(code).orElseThrow();
        assertThat(followUp.state()).isEqualTo(FollowUp.State.ANSWERED);
        assertThat(followUp.reply()).contains(reply);
        assertThat(given.events).containsExactly(new AnswerReady(taken.id()));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAPassageThatAPatientMayNotRead(TestDatabases database) {
        given(database);
        EscalatedQuestion taken = given.taken(ANNE);
        Attachment secret = passage(FOLFOX);
        Attachment unknown = new Attachment(IMMUNOTHERAPY, "definition", "0".repeat(64));

        assertThat(escalations.answer(taken.id(), taken.version(), ANNE, "Voici.", List.of(secret)))
                .isEqualTo(new Settling.BadPassage(secret, Attachment.Fault.PROFESSIONAL));
        assertThat(escalations.answer(taken.id(), taken.version(), ANNE, "Voici.", List.of(unknown)))
                .isEqualTo(new Settling.BadPassage(unknown, Attachment.Fault.UNKNOWN));
        assertThat(given.passages.find("doses du folfox oxaliplatine", 10))
                .noneMatch(each -> each.page().startsWith("professionnels/"));
        assertThat(escalations.find(taken.id()).orElseThrow().state()).isEqualTo(State.TAKEN);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnAnswerThatIsEmptyOrTooLong(TestDatabases database) {
        given(database);
        EscalatedQuestion taken = given.taken(ANNE);

        assertThat(escalations.answer(taken.id(), taken.version(), ANNE, " ", List.of()))
                .isInstanceOf(Settling.BadText.class);
        assertThat(escalations.answer(taken.id(), taken.version(), ANNE, "a".repeat(4_001), List.of()))
                .isInstanceOf(Settling.BadText.class);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAChangeMadeOnAnOlderVersion(TestDatabases database) {
        given(database);
        EscalatedQuestion taken = given.taken(ANNE);
        escalations.take(taken.id(), ANNE);

        assertThat(escalations.decline(taken.id(), taken.version(), ANNE)).isInstanceOf(Settling.Changed.class);
    }

    @ParameterizedTest
    @EnumSource
    void passesAQuestionToAColleagueWithANote(TestDatabases database) {
        given(database);
        escalations.welcome(PAUL);
        EscalatedQuestion taken = given.taken(ANNE);

        assertThat(escalations.pass(taken.id(), taken.version(), ANNE, Optional.of("personne"), ""))
                .isInstanceOf(Settling.NoSuchColleague.class);
        assertThat(escalations.pass(taken.id(), taken.version(), ANNE, Optional.of("paul"), "Pour toi"))
                .isInstanceOf(Settling.Done.class);

        EscalatedQuestion passed = escalations.find(taken.id()).orElseThrow();
        assertThat(passed.state()).isEqualTo(State.PASSED);
        assertThat(passed.meantFor()).contains(PAUL);
        assertThat(passed.note()).contains("Pour toi");
        assertThat(escalations.take(passed.id(), PAUL)).isInstanceOf(Taking.Taken.class);
    }

    @ParameterizedTest
    @EnumSource
    void givesAQuestionBackToTheQueue(TestDatabases database) {
        given(database);
        EscalatedQuestion taken = given.taken(ANNE);

        escalations.release(taken.id(), taken.version(), ANNE);

        assertThat(escalations.find(taken.id()).orElseThrow().state()).isEqualTo(State.WAITING);
        assertThat(escalations.takeNext(PAUL)).isInstanceOf(Taking.Taken.class);
    }

    @ParameterizedTest
    @EnumSource
    void tellsThePatientWhomToCallWhenItIsAnEmergency(TestDatabases database) {
        given(database);
        EscalatedQuestion taken = given.taken(ANNE);

        escalations.refer(taken.id(), taken.version(), ANNE, Urgency.MEDICAL);

        Reply reply = escalations.find(taken.id()).orElseThrow().reply().orElseThrow();
        assertThat(reply.outcome()).isEqualTo(Reply.Outcome.URGENT);
        assertThat(reply.urgency()).isEqualTo(Urgency.MEDICAL);
        assertThat(reply.contacts()).extracting(Reply.ContactLine::phone).contains("15");
    }

    @ParameterizedTest
    @EnumSource
    void deliversEveryReplyThoughDeliveringFailsAtFirst(TestDatabases database) {
        given(database);
        EscalatedQuestion taken = given.taken(ANNE);
        escalations.answer(taken.id(), taken.version(), ANNE, "Voici.", List.of());
        List<UUID> delivered = new ArrayList<>();

        escalations.deliver(question -> {
            throw new IllegalStateException("the store is away");
        });
        escalations.deliver(question -> delivered.add(question.id()));
        assertThat(delivered).as("before its lease is over").isEmpty();

        clock.move(Duration.ofSeconds(11));
        escalations.deliver(question -> delivered.add(question.id()));
        escalations.deliver(question -> delivered.add(question.id()));
        assertThat(delivered).containsExactly(taken.id());
    }

    @ParameterizedTest
    @EnumSource
    void remindsProfessionalsOnceOfAQuestionPastItsDelay(TestDatabases database) {
        given(database);
        EscalatedQuestion late = given.waiting();
        escalations.remind();
        assertThat(given.rows("outgoing_mail")).isZero();

        clock.move(Duration.ofDays(8));
        EscalatedQuestion fresh = given.waiting();
        escalations.remind();
        escalations.remind();

        assertThat(given.rows("outgoing_mail")).isEqualTo(1);
        assertThat(escalations.open()).extracting(EscalatedQuestion::id).containsExactly(late.id(), fresh.id());
        assertThat(escalations.open())
                .extracting(each -> each.isOverdue(clock.instant()))
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @EnumSource
    void proposesAnAnswerAsContentOnce(TestDatabases database) {
        given(database);
        EscalatedQuestion taken = given.taken(ANNE);
        assertThat(escalations.propose(taken.id(), ANNE)).isFalse();
        escalations.answer(taken.id(), taken.version(), ANNE, "Voici.", List.of(passage(IMMUNOTHERAPY)));

        assertThat(escalations.propose(taken.id(), ANNE)).isTrue();
        assertThat(escalations.propose(taken.id(), ANNE)).isTrue();

        assertThat(escalations.proposals()).singleElement().satisfies(proposal -> {
            assertThat(proposal.answer()).isEqualTo("Voici.");
            assertThat(proposal.question()).contains(taken.question());
            assertThat(proposal.passages()).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void erasesAllThatWasHandedOverFromAConversation(TestDatabases database) {
        given(database);
        UUID conversation = UUID.randomUUID();
        Receipt receipt = escalations.handOver(withEmail(handed(conversation, "r-1"), "zoe@example.org"));
        EscalatedQuestion taken = ((Taking.Taken) escalations.takeNext(ANNE)).question();
        escalations.answer(taken.id(), taken.version(), ANNE, "Voici.", List.of());
        escalations.propose(taken.id(), ANNE);
        EscalatedQuestion other = given.waiting();

        escalations.erase(conversation);

        assertThat(escalations.follow(receipt.code())).isEmpty();
        assertThat(given.rows("outgoing_mail")).isZero();
        assertThat(given.rows("content_proposal")).isZero();
        assertThat(escalations.open()).extracting(EscalatedQuestion::id).containsExactly(other.id());
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothingOlderThanTheRule(TestDatabases database) {
        given(database);
        EscalatedQuestion taken = given.taken(ANNE);
        clock.move(Duration.ofDays(20));
        escalations.take(taken.id(), ANNE);
        escalations.answer(taken.id(), taken.version() + 1, ANNE, "Voici.", List.of());
        given.waiting();

        clock.move(Duration.ofDays(11));
        assertThat(escalations.purge(clock.instant().minus(Duration.ofDays(30))))
                .isZero();
        EscalatedQuestion answered = escalations.find(taken.id()).orElseThrow();
        assertThat(answered.question()).isEmpty();
        assertThat(answered.context()).isEmpty();
        assertThat(answered.reply()).isPresent();

        clock.move(Duration.ofDays(20));
        assertThat(escalations.purge(clock.instant().minus(Duration.ofDays(30))))
                .isEqualTo(2);
        assertThat(given.rows("escalated_question")).isZero();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> running = threads.invokeAll(java.util.Collections.nCopies(times, () -> {
                start.await();
                return work.call();
            }));
            List<T> done = new ArrayList<>();
            for (Future<T> each : running) {
                done.add(each.get());
            }
            return done;
        }
    }
}

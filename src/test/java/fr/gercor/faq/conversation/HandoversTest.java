package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.escalation.EscalatedQuestion;
import fr.gercor.faq.escalation.FollowUp;
import fr.gercor.faq.escalation.Reason;
import fr.gercor.faq.escalation.Receipt;
import fr.gercor.faq.escalation.Taking;
import fr.gercor.faq.escalation.TestEscalations;
import fr.gercor.faq.testsupport.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a conversation to professionals, and back. */
class HandoversTest {

    private static final String DOSE = "Quelles sont les doses du FOLFOX ?";

    private final MovableClock clock = MovableClock.now();

    @TempDir
    private Path folder;

    private TestConversations given;
    private TestEscalations desk;
    private Handovers handovers;
    private Deliveries deliveries;

    @BeforeEach
    void start() {
        begin(TestConversations.startedIn(folder));
    }

    private void begin(TestConversations started) {
        given = started;
        desk = new TestEscalations(given.database, clock);
        handovers = new Handovers(given.conversations, desk.escalations, given.reach);
        deliveries = new Deliveries(given.conversations, desk.escalations);
    }

    @AfterEach
    void stop() throws Exception {
        given.close();
    }

    @Test
    void handsOverWhatWasAskedAndWhatWasSaidBeforeMasked() {
        Opened opened = given.conversations.open(true, Audience.PUBLIC, Optional.empty());
        given.conversations.send(opened.conversation(), "m-1", new Message.Text("bonjour, je m'appelle Zoé Lambert"));
        Reply reply = ask(opened.conversation());

        Receipt receipt = handovers
                .handOver(opened.conversation(), reply.id(), Optional.empty())
                .orElseThrow();

        EscalatedQuestion question = desk.escalations.open().getFirst();
        assertThat(reply.outcome()).isEqualTo(Reply.Outcome.ESCALATION);
        assertThat(question.reason()).isEqualTo(Reason.PROTOCOL);
        assertThat(question.question()).isEqualTo(DOSE);
        assertThat(question.context()).hasSize(1).first().satisfies(said -> assertThat(said.text())
                .hasValueSatisfying(text -> assertThat(text).contains("bonjour").doesNotContain("Lambert")));
        assertThat(handovers.handOver(opened.conversation(), "m-2", Optional.empty()))
                .as("by the client's own id")
                .contains(receipt);
        assertThat(handovers.handOver(opened.conversation(), "m-9", Optional.empty()))
                .isEmpty();
        assertThat(handovers.words(opened.conversation(), "m-2")).contains(question.question());
    }

    @Test
    void bringsTheAnswerBackOnceThoughTheServiceStopsInBetween() throws Exception {
        Opened opened = given.conversations.open(true, Audience.PUBLIC, Optional.empty());
        Reply reply = ask(opened.conversation());
        handovers.handOver(opened.conversation(), reply.id(), Optional.empty());
        EscalatedQuestion question = answered();

        given.close();
        begin(TestConversations.startedIn(folder));
        deliveries.run();
        clock.move(Duration.ofMinutes(5));
        deliveries.run();

        Conversation resumed = given.conversations
                .resume(opened.conversation().id(), opened.token())
                .orElseThrow();
        assertThat(given.conversations.turnsAfter(resumed, 1)).singleElement().satisfies(turn -> {
            assertThat(turn.clientId()).isEmpty();
            assertThat(turn.text()).isEmpty();
            assertThat(turn.reply().outcome()).isEqualTo(Reply.Outcome.PROFESSIONAL_ANSWER);
            assertThat(turn.reply().text()).isEqualTo("Demandez à votre oncologue.");
        });
        assertThat(desk.escalations.find(question.id()).orElseThrow().deliveredAt())
                .isPresent();
        assertThat(given.events).filteredOn(TurnAdded.class::isInstance).hasSize(1);
    }

    @Test
    void deliversWhatWasStoredButNotMarkedOnlyOnce() {
        Opened opened = given.conversations.open(true, Audience.PUBLIC, Optional.empty());
        handovers.handOver(opened.conversation(), ask(opened.conversation()).id(), Optional.empty());
        EscalatedQuestion question = answered();
        // As a kill would leave it between the turn and the mark.
        given.conversations.add(
                opened.conversation().id(),
                desk.escalations.find(question.id()).orElseThrow().reply().orElseThrow());

        deliveries.run();

        assertThat(given.rows("turn")).isEqualTo(2);
        assertThat(desk.escalations.find(question.id()).orElseThrow().deliveredAt())
                .isPresent();
    }

    @Test
    void waitsForADatabaseThatIsAway() {
        Opened opened = given.conversations.open(true, Audience.PUBLIC, Optional.empty());
        Reply reply = ask(opened.conversation());
        given.reach.leave();

        assertThatThrownBy(() -> handovers.handOver(opened.conversation(), "m-2", Optional.empty()))
                .isInstanceOf(StoreAwayException.class);
        given.reach.back();
        handovers.handOver(opened.conversation(), reply.id(), Optional.empty());
        answered();
        given.reach.leave();
        deliveries.run();
        given.reach.back();
        assertThat(given.rows("turn")).isEqualTo(1);
        clock.move(Duration.ofMinutes(1));
        deliveries.run();

        assertThat(given.rows("turn")).isEqualTo(2);
    }

    @Test
    void answersAConversationThatIsNotKeptWhileItIsOpenAndByItsCode() {
        Opened opened = given.conversations.open(false, Audience.PUBLIC, Optional.empty());
        Receipt receipt = handovers
                .handOver(opened.conversation(), ask(opened.conversation()).id(), Optional.empty())
                .orElseThrow();
        answered();

        deliveries.run();

        assertThat(given.conversations.turnsAfter(opened.conversation(), 1)).hasSize(1);
        assertThat(given.rows("turn")).isZero();
        assertThat(desk.escalations.follow(receipt.code()).orElseThrow().state())
                .isEqualTo(FollowUp.State.ANSWERED);
    }

    @Test
    void erasesWithTheConversationWhatOthersKeepOfIt() {
        Opened kept = given.conversations.open(true, Audience.PUBLIC, Optional.empty());
        Opened unkept = given.conversations.open(false, Audience.PUBLIC, Optional.empty());

        given.conversations.erase(kept.conversation());
        given.conversations.erase(unkept.conversation());

        assertThat(given.erased)
                .containsExactly(kept.conversation().id(), unkept.conversation().id());
    }

    private Reply ask(Conversation conversation) {
        return ((Sent.Taken) given.conversations.send(conversation, "m-2", new Message.Text(DOSE)))
                .turn()
                .reply();
    }

    private EscalatedQuestion answered() {
        EscalatedQuestion taken = ((Taking.Taken) desk.escalations.takeNext(TestEscalations.ANNE)).question();
        desk.escalations.answer(
                taken.id(), taken.version(), TestEscalations.ANNE, "Demandez à votre oncologue.", List.of());
        return taken;
    }
}

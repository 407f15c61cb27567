package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.answer.Reply.Outcome;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.conversation.FailingDatabase.Fault;
import fr.gercor.faq.testsupport.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversationsTest {

    @TempDir
    private Path folder;

    private TestConversations given;
    private Conversations conversations;

    @BeforeEach
    void start() {
        given = TestConversations.startedIn(folder);
        conversations = given.conversations;
    }

    @AfterEach
    void stop() throws Exception {
        given.close();
    }

    private void restart() throws Exception {
        stop();
        start();
    }

    @Test
    void beginsWithAGreetingAndATokenOfItsOwn() {
        Opened one = open(true);
        Opened other = open(true);

        assertThat(one.greeting().outcome()).isEqualTo(Outcome.SMALL_TALK);
        assertThat(one.token()).hasSize(43).isNotEqualTo(other.token());
        assertThat(given.jdbc
                        .sql("select token_hash from conversation")
                        .query(String.class)
                        .list())
                .doesNotContain(one.token());
    }

    @Test
    void opensForItsTokenOnly() {
        Opened opened = open(true);
        UUID id = opened.conversation().id();

        assertThat(conversations.resume(id, opened.token())).isPresent();
        assertThat(conversations.resume(id, open(true).token())).isEmpty();
        assertThat(conversations.resume(id, "")).isEmpty();
        assertThat(conversations.resume(UUID.randomUUID(), opened.token())).isEmpty();
    }

    @Test
    void answersAMessageAndTellsOfItsTurn() {
        Conversation conversation = open(true).conversation();

        Turn turn = taken(send(conversation, "m-1", "Qu'est-ce que l'immunothérapie ?"));

        assertThat(turn.seq()).isEqualTo(1);
        assertThat(turn.reply().passages().getFirst().page()).isEqualTo("grand-public/traitements/immunotherapie");
        assertThat(conversations.turnsAfter(conversation, 0)).containsExactly(turn);
        assertThat(given.events).containsExactly(new TurnAdded(conversation.id(), 1));
    }

    @Test
    void givesTheSameReplyToTheSameMessageSentAgain() throws Exception {
        Opened opened = open(true);
        Turn first = taken(send(opened.conversation(), "m-1", "Qu'est-ce que l'immunothérapie ?"));

        assertThat(send(opened.conversation(), "m-1", "Qu'est-ce que l'immunothérapie ?"))
                .isEqualTo(new Sent.Taken(first));
        restart();
        Conversation resumed = resumed(opened);
        assertThat(send(resumed, "m-1", "Qu'est-ce que l'immunothérapie ?")).isEqualTo(new Sent.Taken(first));
        assertThat(conversations.turnsAfter(resumed, 0)).containsExactly(first);
    }

    @Test
    void refusesAnotherTextUnderTheSameClientId() {
        Conversation conversation = open(true).conversation();
        send(conversation, "m-1", "bonjour");

        assertThat(send(conversation, "m-1", "merci")).isEqualTo(new Sent.OtherText());
        assertThat(conversations.send(conversation, "m-1", new Message.Choice("bonjour")))
                .isEqualTo(new Sent.OtherText());
        assertThat(conversations.turnsAfter(conversation, 0)).hasSize(1);
    }

    @Test
    void tellsALongConversationPageByPage() {
        Conversation conversation = open(true).conversation();
        send(conversation, "m-1", "bonjour");
        lengthen(conversation.id(), 2 * Conversations.MOST_AT_ONCE + 50);

        List<Long> seen = new ArrayList<>();
        List<Turn> page;
        do {
            page = conversations.turnsAfter(conversation, seen.isEmpty() ? 0 : seen.getLast());
            assertThat(page).hasSizeLessThanOrEqualTo(Conversations.MOST_AT_ONCE);
            page.forEach(turn -> seen.add(turn.seq()));
        } while (!page.isEmpty());

        assertThat(seen).hasSize(2 * Conversations.MOST_AT_ONCE + 50).isSorted().doesNotHaveDuplicates();
    }

    private void lengthen(UUID id, int turns) {
        given.jdbc.sql("""
                        insert into turn (conversation_id, seq, reply_id, text, reply, outcome, confidence, lang,
                            content_version, micros, at)
                        select conversation_id, x, reply_id || x, text, reply, outcome, confidence, lang,
                            content_version, micros, at
                        from turn, system_range(2, :turns) where conversation_id = :id""").param("id", id).param("turns", turns).update();
    }

    @Test
    void saysThatAMessageWasPurged() {
        Conversation conversation = open(true).conversation();
        send(conversation, "m-1", "bonjour");
        new RetentionStore(given.jdbc, given.transactions).purge(Instant.now().plusSeconds(1), Instant.now());

        assertThat(send(conversation, "m-1", "bonjour")).isEqualTo(new Sent.Purged());
        assertThat(conversations.turnsAfter(conversation, 0)).isEmpty();
    }

    @Test
    void understandsAMessageByWhatWasSaidBeforeARestart() throws Exception {
        Opened opened = open(true);
        send(opened.conversation(), "m-1", "Qu'est-ce que l'immunothérapie ?");
        restart();

        Turn turn = taken(send(resumed(opened), "m-2", "et ça dure combien de temps ?"));

        assertThat(turn.seq()).isEqualTo(2);
        assertThat(turn.reply().passages().getFirst().anchor()).isEqualTo("duree");
    }

    @Test
    void keepsMaskedTextOnly() {
        Conversation conversation = open(true).conversation();

        send(conversation, "m-1", "Je m'appelle Jean Dupont, 06 12 34 56 78, c'est quoi l'immunothérapie ?");

        assertThat(conversations.turnsAfter(conversation, 0).getFirst().text())
                .contains("Je m'appelle [nom], [téléphone], c'est quoi l'immunothérapie ?");
        assertThat(given.jdbc
                        .sql("select explanation from turn")
                        .query(String.class)
                        .single())
                .contains("immunotherapie")
                .doesNotContainIgnoringCase("dupont")
                .doesNotContain("06 12")
                .doesNotContain("\"06\"")
                .doesNotContain("\"78\"");
    }

    @Test
    void keepsTheLabelOfAChoice() {
        Conversation conversation = open(true).conversation();

        Turn turn =
                taken(conversations.send(conversation, "m-1", new Message.Choice("traitements.immunotherapie.duree")));

        assertThat(turn.choice()).contains("traitements.immunotherapie.duree");
        assertThat(turn.text()).isPresent();
    }

    @Test
    void erasesAllThatWasSaid() throws Exception {
        Opened opened = open(true);
        send(opened.conversation(), "m-1", "bonjour");

        conversations.erase(opened.conversation());

        assertThat(conversations.resume(opened.conversation().id(), opened.token()))
                .isEmpty();
        assertThat(send(opened.conversation(), "m-2", "merci")).isEqualTo(new Sent.Gone());
        assertThat(given.rows("turn")).isZero();
        assertThat(given.events)
                .contains(new ConversationErased(opened.conversation().id()));
    }

    @Test
    void keepsNothingOfAConversationThatIsNotToBeKept() throws Exception {
        Opened opened = open(false);
        Conversation conversation = opened.conversation();

        Turn turn = taken(send(conversation, "m-1", "Qu'est-ce que l'immunothérapie ?"));
        assertThat(send(conversation, "m-1", "Qu'est-ce que l'immunothérapie ?"))
                .isEqualTo(new Sent.Taken(turn));
        assertThat(send(conversation, "m-1", "autre chose")).isEqualTo(new Sent.OtherText());
        Turn second = taken(send(conversation, "m-2", "et ça dure combien de temps ?"));
        assertThat(second.reply().passages().getFirst().anchor()).isEqualTo("duree");
        assertThat(conversations.turnsAfter(conversation, 1)).containsExactly(second);
        assertThat(conversations.rate(conversation, turn.reply().id(), thumbsUp()))
                .isTrue();

        assertThat(given.rows("conversation")).isZero();
        assertThat(given.rows("turn")).isZero();
        assertThat(given.spool.size()).isZero();
        restart();
        assertThat(conversations.resume(conversation.id(), opened.token())).isEmpty();
    }

    @Test
    void forgetsUnkeptConversationsThatNobodyUses() {
        Conversation idle = open(false).conversation();
        Conversation inUse = open(false).conversation();

        conversations.forgetIdle(Duration.ofMinutes(1));
        assertThat(send(idle, "m-1", "bonjour")).isInstanceOf(Sent.Taken.class);
        conversations.forgetIdle(Duration.ofMillis(-100));

        assertThat(send(inUse, "m-1", "bonjour")).isEqualTo(new Sent.Gone());
    }

    @Test
    void keepsFeedbackMasked() {
        Conversation conversation = open(true).conversation();
        String reply = taken(send(conversation, "m-1", "bonjour")).reply().id();

        assertThat(conversations.rate(
                        conversation,
                        reply,
                        new Feedback(
                                Feedback.Vote.DOWN,
                                Optional.of("unclear"),
                                Optional.of("appelez-moi au 06 12 34 56 78"))))
                .isTrue();
        assertThat(conversations.rate(conversation, UUID.randomUUID().toString(), thumbsUp()))
                .isFalse();

        assertThat(given.jdbc
                        .sql("select comment from feedback")
                        .query(String.class)
                        .single())
                .isEqualTo("appelez-moi au [téléphone]");
    }

    @Test
    void addsAProfessionalsAnswerOnce() {
        Conversation conversation = open(true).conversation();
        Reply question = taken(send(conversation, "m-1", "bonjour")).reply();
        Reply answer = new Reply(
                "reply-of-a-professional",
                Instant.now(),
                Outcome.PROFESSIONAL_ANSWER,
                null,
                1,
                "fr",
                null,
                "Réponse.",
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                new Reply.Author("oncologue", question.at()));

        conversations.add(conversation.id(), answer);
        conversations.add(conversation.id(), answer);

        List<Turn> turns = conversations.turnsAfter(conversation, 1);
        assertThat(turns).hasSize(1);
        assertThat(turns.getFirst().clientId()).isEmpty();
        assertThat(turns.getFirst().text()).isEmpty();
        assertThat(send(conversation, "m-2", "merci")).isInstanceOf(Sent.Taken.class);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheOrderOfManyDoorsAtOnce(TestDatabases database, @TempDir Path spools) throws Exception {
        HikariDataSource shared = database.create();
        try (TestConversations one = new TestConversations(shared, spools.resolve("one"), Clock.systemUTC(), 1 << 20);
                TestConversations other =
                        new TestConversations(shared, spools.resolve("other"), Clock.systemUTC(), 1 << 20)) {
            Opened opened = one.conversations.open(true, Audience.PUBLIC, Optional.empty());
            List<Conversations> nodes = List.of(one.conversations, other.conversations);
            List<Callable<Sent>> sends = new ArrayList<>();
            IntStream.range(0, 24)
                    .forEach(i -> sends.add(() -> {
                        Conversations node = nodes.get(i % 2);
                        Conversation door = node.resume(opened.conversation().id(), opened.token())
                                .orElseThrow();
                        // Each message comes twice, by both nodes.
                        return node.send(door, "m-" + i / 2, new Message.Text("bonjour " + i / 2));
                    }));
            List<Turn> told = new ArrayList<>();
            try (ExecutorService doors = Executors.newVirtualThreadPerTaskExecutor()) {
                doors.invokeAll(sends).forEach(sent -> told.add(taken(sent.resultNow())));
            }

            List<Turn> kept = one.conversations.turnsAfter(opened.conversation(), 0);
            assertThat(kept.stream().mapToLong(Turn::seq))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 12).boxed().toList());
            assertThat(Set.copyOf(told)).isEqualTo(Set.copyOf(kept));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DOWN", "HANGS", "DROPS_AFTER_COMMIT"})
    void answersWhileTheDatabaseIsAwayAndBringsAllInOnce(Fault fault) {
        Opened opened = open(true);
        Conversation conversation = opened.conversation();
        List<Turn> told = new ArrayList<>();
        told.add(taken(send(conversation, "m-1", "Qu'est-ce que l'immunothérapie ?")));

        given.database.has(fault);
        told.add(taken(send(conversation, "m-2", "et ça dure combien de temps ?")));
        Turn third = taken(send(conversation, "m-3", "merci"));
        told.add(third);
        assertThat(send(conversation, "m-3", "merci")).isEqualTo(new Sent.Taken(third));
        assertThat(send(conversation, "m-3", "autre chose")).isEqualTo(new Sent.OtherText());
        assertThat(send(conversation, "m-1", "Qu'est-ce que l'immunothérapie ?"))
                .isEqualTo(new Sent.Taken(told.getFirst()));
        Opened meanwhile = open(true);
        Turn other = taken(send(meanwhile.conversation(), "m-1", "bonjour"));
        assertThat(told.get(1).reply().passages().getFirst().anchor()).isEqualTo("duree");
        assertThat(conversations.turnsAfter(conversation, 0)).isEqualTo(told);
        assertThat(conversations.isBehind()).isTrue();

        given.database.has(Fault.NONE);
        conversations.catchUp();

        assertThat(conversations.isBehind()).isFalse();
        told.add(taken(send(conversation, "m-4", "bonjour")));
        assertThat(conversations.turnsAfter(conversation, 0)).isEqualTo(told);
        assertThat(given.rows("turn")).isEqualTo(5);
        assertThat(conversations.turnsAfter(resumed(meanwhile), 0)).containsExactly(other);
    }

    @Test
    void saysSoWhereTheDatabaseIsNeededAndAway() {
        Opened opened = open(true);
        Turn turn = taken(send(opened.conversation(), "m-1", "bonjour"));
        given.database.has(Fault.DOWN);
        send(opened.conversation(), "m-2", "merci");

        assertThatThrownBy(() -> conversations.erase(opened.conversation())).isInstanceOf(StoreAwayException.class);
        assertThatThrownBy(() ->
                        conversations.rate(opened.conversation(), turn.reply().id(), thumbsUp()))
                .isInstanceOf(StoreAwayException.class);
        assertThatThrownBy(() -> conversations.resume(UUID.randomUUID(), "token"))
                .isInstanceOf(StoreAwayException.class);
    }

    @Test
    void bringsInAfterARestartWhatACrashLeftInTheSpool() throws Exception {
        Opened opened = open(true);
        send(opened.conversation(), "m-1", "bonjour");
        given.database.has(Fault.DOWN);
        Turn spooled = taken(send(opened.conversation(), "m-2", "merci"));
        Path log = folder.resolve("spool/turns.log");
        byte[] whole = Files.readAllBytes(log);
        restart();
        stop();
        // As if the first start had crashed before it emptied the file, and the next line had been half written.
        Files.write(log, whole);
        Files.write(
                log,
                "0a1b2c3d{\"kind\":".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.file.StandardOpenOption.APPEND);
        start();

        assertThat(conversations.turnsAfter(resumed(opened), 1)).containsExactly(spooled);
        assertThat(Files.size(log)).isZero();
    }

    @Test
    void spoolsNoWordThatWasMasked() throws Exception {
        Conversation conversation = open(true).conversation();
        given.database.has(Fault.DOWN);

        send(conversation, "m-1", "Je m'appelle Jean Dupont, mon numéro est le 06 12 34 56 78");

        assertThat(Files.readString(folder.resolve("spool/turns.log")))
                .contains("[nom]")
                .doesNotContainIgnoringCase("dupont")
                .doesNotContain("34 56");
    }

    @Test
    void refusesPolitelyOnceTheSpoolIsFull(@TempDir Path small) throws Exception {
        try (TestConversations tight =
                new TestConversations(TestDatabases.H2.create(), small, Clock.systemUTC(), 3_000)) {
            Conversation conversation = tight.conversations
                    .open(true, Audience.PUBLIC, Optional.empty())
                    .conversation();
            tight.database.has(Fault.DOWN);
            tight.conversations.send(conversation, "m-1", new Message.Text("bonjour"));

            assertThatThrownBy(() -> IntStream.range(2, 9)
                            .forEach(
                                    i -> tight.conversations.send(conversation, "m-" + i, new Message.Text("bonjour"))))
                    .isInstanceOf(StoreAwayException.class);
        }
    }

    @Test
    void answersWhileTheDatabaseIsCompactedAndLeavesNoByteOfWhatWasErased() throws Exception {
        Opened erased = open(true);
        Opened kept = open(true);
        for (int i = 0; i < 50; i++) {
            send(erased.conversation(), "m-" + i, "mot-canari-" + i);
        }
        send(kept.conversation(), "m-1", "bonjour");
        conversations.erase(erased.conversation());

        conversations.whileAway(() -> {
            assertThat(send(kept.conversation(), "m-2", "merci")).isInstanceOf(Sent.Taken.class);
            given.compact(folder.resolve("faq.mv.db"));
        });

        assertThat(conversations.turnsAfter(resumed(kept), 0)).hasSize(2);
        stop();
        assertThat(Files.readString(folder.resolve("faq.mv.db"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("canari");
        start();
    }

    private Opened open(boolean keep) {
        return conversations.open(keep, Audience.PUBLIC, Optional.empty());
    }

    private Conversation resumed(Opened opened) {
        return conversations.resume(opened.conversation().id(), opened.token()).orElseThrow();
    }

    private Sent send(Conversation conversation, String clientId, String text) {
        return conversations.send(conversation, clientId, new Message.Text(text));
    }

    private static Turn taken(Sent sent) {
        assertThat(sent).isInstanceOf(Sent.Taken.class);
        return ((Sent.Taken) sent).turn();
    }

    private static Feedback thumbsUp() {
        return new Feedback(Feedback.Vote.UP, Optional.empty(), Optional.empty());
    }
}

package fr.gercor.faq.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.testsupport.TestDatabases;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnedConversationsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void listsAndReopensAnAccountsOwnConversations(TestDatabases database) throws Exception {
        try (TestConversations given = TestConversations.on(database, folder)) {
            Conversations conversations = given.conversations;
            Conversation first = open(conversations, "anne");
            Conversation second = open(conversations, "anne");
            open(conversations, "bruno");
            conversations.send(first, "a", new Message.Text("Que faire contre la fatigue ?"));
            conversations.send(second, "b", new Message.Text("doses du folfox"));
            conversations.send(first, "c", new Message.Text("Et demain ?"));

            assertThat(conversations.ownedBy("anne"))
                    .extracting(OwnConversation::id, OwnConversation::firstText)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(first.id(), "Que faire contre la fatigue ?"),
                            org.assertj.core.groups.Tuple.tuple(second.id(), "doses du folfox"));
            assertThat(conversations.ownedBy("bruno")).isEmpty();
            assertThat(conversations.resumeOwn(first.id(), "bruno")).isEmpty();
            Conversation again = conversations.resumeOwn(first.id(), "anne").orElseThrow();
            assertThat(again.audience()).isEqualTo(Audience.PROFESSIONAL);
            assertThat(conversations.turnsAfter(again, 0)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void keepsAPatientsConversationFromEveryAccount(TestDatabases database) throws Exception {
        try (TestConversations given = TestConversations.on(database, folder)) {
            Conversation patients = given.conversations
                    .open(true, Audience.PUBLIC, Optional.empty())
                    .conversation();

            assertThat(given.conversations.resumeOwn(patients.id(), "anne")).isEmpty();
        }
    }

    private static Conversation open(Conversations conversations, String owner) {
        return conversations
                .open(true, Audience.PROFESSIONAL, Optional.of(owner))
                .conversation();
    }
}

package fr.gercor.faq.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.StoreAwayException;
import fr.gercor.faq.security.Role;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The frames alone: none is left without an answer, whatever goes wrong behind them. */
@ExtendWith(OutputCaptureExtension.class)
class ChatSocketHandlerTests {

    private static final String OPEN = "{'type':'open','conversation':'" + UUID.randomUUID() + "','token':'t'}";
    private static final String MESSAGE = "{'type':'message','id':'m-1','text':'secret de patient'}";
    private static final JsonMapper JSON =
            ChatConfiguration.ofFrames(JsonMapper.builder().build());

    private final Conversations conversations = mock(Conversations.class);
    private final ChatSockets sockets = new ChatSockets(10, Duration.ofSeconds(20), conversations);
    private final Departure departure = new Departure(sockets);
    private final ChatSocketHandler handler = new ChatSocketHandler(
            conversations, sockets, new RateLimits(true, Clock.systemUTC()), departure, JSON, Duration.ofSeconds(30));
    private final WebSocketSession session = mock(WebSocketSession.class);
    private final List<JsonNode> told = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();

    @BeforeEach
    void listen() throws IOException {
        when(session.getAttributes()).thenReturn(new HashMap<>());
        when(session.getId()).thenReturn("s-1");
        when(session.isOpen()).thenAnswer(call -> closed.isEmpty());
        doAnswer(call -> told.add(JSON.readTree(call.<TextMessage>getArgument(0).getPayload())))
                .when(session)
                .sendMessage(any(TextMessage.class));
        doAnswer(call -> closed.add(call.<CloseStatus>getArgument(0).getCode()))
                .when(session)
                .close(any());
    }

    @AfterEach
    void stop() {
        sockets.close();
    }

    private void connect(Account... account) {
        if (account.length > 0) {
            when(session.getPrincipal()).thenReturn(account[0].session());
        }
        handler.afterConnectionEstablished(session);
    }

    private void send(String frame) {
        handler.handleMessage(session, new TextMessage(frame.replace('\'', '"')));
    }

    private Conversation given(Optional<String> owner) {
        Conversation conversation = mock(Conversation.class);
        when(conversation.id()).thenReturn(UUID.randomUUID());
        when(conversation.owner()).thenReturn(owner);
        when(conversations.resume(any(), anyString())).thenReturn(Optional.of(conversation));
        when(conversations.turnsAfter(any(), anyLong())).thenReturn(List.of());
        return conversation;
    }

    private void opened() {
        given(Optional.empty());
        connect();
        send(OPEN);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense|frame|",
                "null|frame|",
                "[]|frame|",
                "``|frame|",
                "{'type':'message','id':'m-1','text':|frame|",
                "{}|type|",
                "{'type':'shout','id':'m-1'}|type|m-1",
                "{'type':'open','conversation':'x','token':'y'}|type|",
                "{'type':'open','after':'x'}|after|",
                "{'type':'message','text':'bonjour'}|id|",
                "{'type':'message','id':'m-1'}|text|m-1",
                "{'type':'message','id':'m-1','text':' '}|text|m-1",
                "{'type':'message','id':'m-1','text':['a']}|text|m-1",
                "{'type':'message','id':'m-1','text':'a','choice':'b'}|choice|m-1",
                "{'type':'message','id':'m-1','choice':''}|choice|m-1",
            })
    void answersABrokenFrameByTheFieldAtFault(String frame, String field, String clientId) {
        opened();

        send(frame);

        assertThat(told).singleElement().satisfies(problem -> {
            assertThat(problem.path("type").asString()).isEqualTo("problem");
            assertThat(problem.path("problem").path("status").asInt()).isEqualTo(400);
            assertThat(problem.path("problem").path("field").asString("")).isEqualTo(field);
            assertThat(problem.path("clientId").asString(null)).isEqualTo(clientId);
        });
    }

    @Test
    void answersATextThatIsTooLongAndABinaryFrame() {
        opened();

        send("{'type':'message','id':'m-1','text':'" + "a".repeat(2_001) + "'}");
        handler.handleMessage(session, new BinaryMessage(ByteBuffer.allocate(4)));

        assertThat(told)
                .extracting(problem -> problem.path("problem").path("status").asInt())
                .containsExactly(413, 400);
    }

    @Test
    void answersWhateverIsThrown(CapturedOutput log) {
        opened();
        when(conversations.send(any(), anyString(), any())).thenThrow(new IllegalStateException("secret de patient"));

        send(MESSAGE);

        assertThat(told).singleElement().satisfies(problem -> {
            assertThat(problem.path("clientId").asString()).isEqualTo("m-1");
            assertThat(problem.path("problem").path("status").asInt()).isEqualTo(500);
        });
        assertThat(log.getAll()).contains("IllegalStateException").doesNotContain("secret");
    }

    @Test
    void saysWhenToComeBackWhileTheHistoryIsAway() {
        opened();
        when(conversations.send(any(), anyString(), any())).thenThrow(mock(StoreAwayException.class));

        send(MESSAGE);

        assertThat(told.getFirst().path("problem").path("status").asInt()).isEqualTo(503);
        assertThat(told.getFirst().path("problem").path("retryAfter").asInt()).isEqualTo(5);
    }

    @Test
    void answersWhenOpeningFails() {
        when(conversations.resume(any(), anyString())).thenThrow(new IllegalStateException());
        connect();

        send(OPEN);

        assertThat(told.getFirst().path("problem").path("status").asInt()).isEqualTo(500);
    }

    @Test
    void slowsDownWhoeverSendsTooMuchAndThenLetsThemGo() {
        opened();
        when(conversations.send(any(), anyString(), any())).thenThrow(mock(StoreAwayException.class));

        for (int i = 0; i < 1_000; i++) {
            send(MESSAGE);
        }

        assertThat(told.stream()
                        .map(each -> each.path("problem").path("status").asInt())
                        .distinct())
                .containsExactly(503, 429);
        assertThat(told.getLast().path("problem").path("retryAfter").asInt()).isPositive();
        assertThat(closed).contains(4429);
    }

    @Test
    void opensAConversationOfAnAccountToItsClinician() {
        given(Optional.of("clinician-1"));
        connect(new Account("clinician-1", Set.of(Role.CLINICIAN)));

        send(OPEN);

        assertThat(closed).isEmpty();
        assertThat(sockets.all().getFirst().conversation()).isPresent();
    }

    @Test
    void opensAConversationOfAnAccountToNobodyWhoOnlyKnowsItsToken() {
        given(Optional.of("clinician-1"));
        connect();

        send(OPEN);

        assertThat(closed).containsExactly(1008);
    }

    @Test
    void opensAConversationOfAnAccountToNoOtherClinician() {
        given(Optional.of("clinician-1"));
        connect(new Account("clinician-2", Set.of(Role.CLINICIAN)));

        send(OPEN);

        assertThat(closed).containsExactly(1008);
    }

    @Test
    void opensAConversationOfAnAccountToNobodyWhoIsNoClinicianAnyMore() {
        given(Optional.of("clinician-1"));
        connect(new Account("clinician-1", Set.of(Role.STAFF)));

        send(OPEN);

        assertThat(closed).containsExactly(1008);
    }

    @Test
    void takesNoFrameOnceItLeaves() {
        opened();

        departure.stop();
        send("nonsense");

        assertThat(told).isEmpty();
        assertThat(closed).containsExactly(1001);
    }
}

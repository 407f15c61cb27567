package fr.gercor.faq.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.Sent;
import fr.gercor.faq.conversation.StoreAwayException;
import fr.gercor.faq.security.Role;
import fr.gercor.faq.testsupport.TinyEngine;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The calls alone: whatever goes wrong behind them is answered, and tells nobody what was written. */
@ExtendWith(OutputCaptureExtension.class)
class RestTests {

    private static final String CONVERSATION = "/api/v1/conversations/" + UUID.randomUUID();
    private static final Call MESSAGE =
            new Call(HttpMethod.POST, CONVERSATION + "/messages", "{\"id\": \"m-1\", \"text\": \"secret de patient\"}");
    private static final Call EXPLAINED =
            new Call(HttpMethod.POST, "/api/v1/ask?explain=true", "{\"question\": \"bonjour\"}");

    private final Conversations conversations = mock(Conversations.class);
    private final MockMvcTester requests = requests();

    private MockMvcTester requests() {
        RateLimits limits = new RateLimits(true, Clock.systemUTC());
        return MockMvcTester.create(MockMvcBuilders.standaloneSetup(
                        new ConversationController(conversations, limits), new AskController(conversations, limits))
                .setControllerAdvice(new ProblemAdvice())
                .build());
    }

    private record Call(HttpMethod method, String path, String body) {}

    static Stream<Call> everyCallOfAConversation() {
        return Stream.of(
                MESSAGE,
                new Call(HttpMethod.GET, CONVERSATION + "/messages", ""),
                new Call(HttpMethod.PUT, CONVERSATION + "/messages/r-1/feedback", "{\"value\": \"up\"}"),
                new Call(HttpMethod.DELETE, CONVERSATION, ""));
    }

    static Stream<Call> everyCall() {
        return Stream.concat(
                everyCallOfAConversation(),
                Stream.of(
                        new Call(HttpMethod.POST, "/api/v1/conversations", "{\"keep\": true}"),
                        new Call(HttpMethod.POST, "/api/v1/ask", "{\"question\": \"secret de patient\"}")));
    }

    private MvcTestResult send(Call call, Account... account) {
        return requests.method(call.method())
                .uri(call.path())
                .contentType(MediaType.APPLICATION_JSON)
                .content(call.body())
                .header("Authorization", "Bearer token")
                .with(request -> {
                    Stream.of(account).forEach(each -> {
                        request.setUserPrincipal(each.session());
                        each.roles().forEach(role -> request.addUserRole(role.name()));
                    });
                    return request;
                })
                .exchange();
    }

    private void everythingThrows(RuntimeException failure) {
        when(conversations.open(anyBoolean(), any(), any())).thenThrow(failure);
        when(conversations.resume(any(), anyString())).thenThrow(failure);
        when(conversations.ask(any(), any(), any())).thenThrow(failure);
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void answersWhenAnythingFails(Call call, CapturedOutput log) {
        everythingThrows(new IllegalStateException("secret de patient"));

        MvcTestResult result = send(call);

        assertThat(result).hasStatus(500).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyText().doesNotContain("secret");
        assertThat(log.getAll()).contains("IllegalStateException").doesNotContain("secret");
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void saysThatTheHistoryIsAway(Call call) {
        everythingThrows(mock(StoreAwayException.class));

        assertThat(send(call))
                .hasStatus(503)
                .hasHeader("Retry-After", "5")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void saysThatAMessageWasPurgedOrItsConversationErased() {
        anybodysConversation();

        when(conversations.send(any(), anyString(), any())).thenReturn(new Sent.Purged());
        assertThat(send(MESSAGE)).hasStatus(410).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        when(conversations.send(any(), anyString(), any())).thenReturn(new Sent.Gone());
        assertThat(send(MESSAGE)).hasStatus(404);
        when(conversations.send(any(), anyString(), any())).thenReturn(new Sent.OtherText());
        assertThat(send(MESSAGE)).hasStatus(409);
    }

    @Test
    void slowsDownWhoeverSendsTooMuch() {
        anybodysConversation();
        when(conversations.send(any(), anyString(), any())).thenReturn(new Sent.Purged());

        MvcTestResult last = send(MESSAGE);
        for (int i = 0; i < Limit.MESSAGES_IN_CONVERSATION.burst() + 5; i++) {
            last = send(MESSAGE);
        }

        assertThat(last)
                .hasStatus(429)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .containsHeader("Retry-After");
    }

    @Test
    void refusesFiveHundredConversationsAMinutePolitely() {
        when(conversations.open(anyBoolean(), any(), any())).thenThrow(mock(StoreAwayException.class));
        Call opening = new Call(HttpMethod.POST, "/api/v1/conversations", "{}");

        List<Integer> told = Stream.generate(() -> send(opening).getResponse().getStatus())
                .limit(500)
                .toList();

        assertThat(told).contains(429);
        assertThat(told.stream().filter(status -> status != 429).count())
                .isLessThanOrEqualTo(Limit.CONVERSATIONS.burst() + 20L);
    }

    @ParameterizedTest
    @MethodSource("everyCallOfAConversation")
    void opensAConversationOfAnAccountToItsClinicianAlone(Call call) {
        Conversation bound = boundTo("clinician-1");
        when(conversations.turnsAfter(any(), anyLong())).thenReturn(List.of());
        when(conversations.send(any(), anyString(), any())).thenReturn(new Sent.OtherText());
        when(conversations.rate(any(), anyString(), any())).thenReturn(true);

        assertThat(send(call)).hasStatus(404);
        assertThat(send(call, new Account("clinician-2", Set.of(Role.CLINICIAN))))
                .hasStatus(404);
        assertThat(send(call, new Account("clinician-1", Set.of(Role.STAFF, Role.ADMIN))))
                .hasStatus(404);
        verify(conversations, never()).send(any(), anyString(), any());
        verify(conversations, never()).erase(bound);
        assertThat(send(call, new Account("clinician-1", Set.of(Role.CLINICIAN)))
                        .getResponse()
                        .getStatus())
                .isIn(200, 204, 409);
    }

    @Test
    void explainsToStaff() {
        when(conversations.ask(any(), any(), any()))
                .thenReturn(TinyEngine.shared().answer(List.of(), new Message.Text("bonjour"), Audience.PUBLIC));

        MvcTestResult explained = send(EXPLAINED, new Account("staff-1", Set.of(Role.STAFF)));

        assertThat(explained).hasStatus(200);
        assertThat(explained).bodyJson().extractingPath("$.outcome").isEqualTo("small_talk");
        assertThat(explained)
                .bodyJson()
                .extractingPath("$.explanation.decision")
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "STAFF", mode = EnumSource.Mode.EXCLUDE)
    void explainsToNobodyElse(Role role) {
        assertThat(send(EXPLAINED)).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(send(EXPLAINED, new Account("other", Set.of(role)))).hasStatus(403);
        verify(conversations, never()).ask(any(), any(), any());
    }

    private void anybodysConversation() {
        Conversation conversation = mock(Conversation.class);
        when(conversation.id()).thenReturn(UUID.randomUUID());
        when(conversation.owner()).thenReturn(Optional.empty());
        when(conversations.resume(any(), anyString())).thenReturn(Optional.of(conversation));
    }

    private Conversation boundTo(String owner) {
        Conversation conversation = mock(Conversation.class);
        when(conversation.id()).thenReturn(UUID.randomUUID());
        when(conversation.owner()).thenReturn(Optional.of(owner));
        when(conversations.resume(any(), anyString())).thenReturn(Optional.of(conversation));
        return conversation;
    }
}

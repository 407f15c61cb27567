package fr.gercor.faq.chat;

import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.Feedback;
import fr.gercor.faq.conversation.Opened;
import fr.gercor.faq.conversation.Sent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The REST door of conversations. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {

    private static final String BEARER = "Bearer ";

    private final Conversations conversations;
    private final RateLimits limits;

    ConversationController(Conversations conversations, RateLimits limits) {
        this.conversations = conversations;
        this.limits = limits;
    }

    /** Whether anything is kept; it is, unless this says no. */
    record Opening(@Nullable Boolean keep) {}

    /** The new conversation, the token that opens it, and the greeting. */
    record OpenedConversation(UUID id, String token, Reply reply) {}

    /** The turns of a conversation, in order. */
    record Turns(List<WireTurn> turns) {}

    /** What somebody thinks of a reply. */
    record Judgement(
            @Nullable String value,
            @Nullable String reason,
            @Nullable String comment) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OpenedConversation open(@RequestBody(required = false) @Nullable Opening opening, HttpServletRequest request) {
        limits.count(RateLimits.Kind.OPEN, request.getRemoteAddr());
        boolean keep = opening == null || opening.keep() == null || opening.keep();
        Opened opened = conversations.open(keep, Audience.PUBLIC, Optional.empty());
        return new OpenedConversation(opened.conversation().id(), opened.token(), opened.greeting());
    }

    @PostMapping("/{id}/messages")
    Reply send(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody Incoming incoming,
            HttpServletRequest request) {
        limits.count(RateLimits.Kind.MESSAGE, request.getRemoteAddr());
        Conversation conversation = conversation(id, authorization);
        return switch (conversations.send(conversation, incoming.clientId(), incoming.message())) {
            case Sent.Taken taken -> taken.turn().reply();
            case Sent.OtherText ignored -> throw new ProblemException(Problem.OTHER_TEXT);
            case Sent.Purged ignored -> throw new ProblemException(Problem.PURGED);
            case Sent.Gone ignored -> throw new ProblemException(Problem.NOT_FOUND);
        };
    }

    @GetMapping("/{id}/messages")
    Turns turns(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(defaultValue = "0") long after) {
        return new Turns(conversations.turnsAfter(conversation(id, authorization), after).stream()
                .map(WireTurn::of)
                .toList());
    }

    @PutMapping("/{id}/messages/{replyId}/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void judge(
            @PathVariable String id,
            @PathVariable String replyId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody Judgement judgement) {
        Conversation conversation = conversation(id, authorization);
        Feedback feedback = new Feedback(
                vote(judgement.value()),
                Optional.ofNullable(judgement.reason()).map(ConversationController::bounded),
                Optional.ofNullable(judgement.comment()).map(ConversationController::bounded));
        if (!conversations.rate(conversation, replyId, feedback)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        conversations.erase(conversation(id, authorization));
    }

    private static Feedback.Vote vote(@Nullable String value) {
        return switch (value) {
            case "up" -> Feedback.Vote.UP;
            case "down" -> Feedback.Vote.DOWN;
            case null, default -> throw new ProblemException(Problem.MISSING, "value");
        };
    }

    private static String bounded(String text) {
        if (text.length() > fr.gercor.faq.answer.Message.LONGEST_TEXT) {
            throw new ProblemException(Problem.TOO_LONG);
        }
        return text;
    }

    private Conversation conversation(String id, @Nullable String authorization) {
        String token = authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
        return Identifiers.uuid(id)
                .flatMap(uuid -> conversations.resume(uuid, token))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}

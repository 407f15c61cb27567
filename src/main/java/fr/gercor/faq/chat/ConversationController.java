package fr.gercor.faq.chat;

import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.Opened;
import fr.gercor.faq.conversation.Sent;
import fr.gercor.faq.conversation.Turn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The REST door of conversations. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {

    /** No patient says so much; whoever has more asks on after the last. */
    private static final int MOST_TURNS = 1_000;

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

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OpenedConversation open(@RequestBody(required = false) @Nullable Opening opening, HttpServletRequest request) {
        limits.takeFrom(Limit.CONVERSATIONS, request.getRemoteAddr());
        boolean keep = opening == null || opening.keep() == null || opening.keep();
        Opened opened = conversations.open(keep, Audience.PUBLIC, Optional.empty());
        return new OpenedConversation(opened.conversation().id(), opened.token(), opened.greeting());
    }

    @PostMapping("/{id}/messages")
    Reply send(@PathVariable String id, @RequestBody Incoming incoming, HttpServletRequest request) {
        limits.takeFrom(Limit.REQUESTS, request.getRemoteAddr());
        Conversation conversation = conversation(id, request);
        limits.take(Limit.MESSAGES_IN_CONVERSATION, conversation.id().toString());
        limits.takeFrom(Limit.MESSAGES_FROM_ADDRESS, request.getRemoteAddr());
        return switch (conversations.send(conversation, incoming.clientId(), incoming.message())) {
            case Sent.Taken taken -> taken.turn().reply();
            case Sent.OtherText ignored -> throw new ProblemException(Problem.OTHER_TEXT);
            case Sent.Purged ignored -> throw new ProblemException(Problem.PURGED);
            case Sent.Gone ignored -> throw new ProblemException(Problem.NOT_FOUND);
        };
    }

    @GetMapping("/{id}/messages")
    Turns turns(@PathVariable String id, @RequestParam(defaultValue = "0") long after, HttpServletRequest request) {
        limits.takeFrom(Limit.REQUESTS, request.getRemoteAddr());
        Conversation conversation = conversation(id, request);
        if (after < 0) {
            throw new ProblemException(Problem.INVALID, "after");
        }
        List<WireTurn> turns = new ArrayList<>();
        List<Turn> page;
        do {
            page = conversations.turnsAfter(
                    conversation, turns.isEmpty() ? after : turns.getLast().seq());
            page.stream().map(WireTurn::of).forEach(turns::add);
        } while (page.size() == Conversations.MOST_AT_ONCE && turns.size() < MOST_TURNS);
        return new Turns(turns);
    }

    @PutMapping("/{id}/messages/{replyId}/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void judge(
            @PathVariable String id,
            @PathVariable String replyId,
            @RequestBody Judgement judgement,
            HttpServletRequest request) {
        limits.takeFrom(Limit.REQUESTS, request.getRemoteAddr());
        Conversation conversation = conversation(id, request);
        if (!conversations.rate(conversation, replyId, judgement.feedback())) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String id, HttpServletRequest request) {
        limits.takeFrom(Limit.REQUESTS, request.getRemoteAddr());
        conversations.erase(conversation(id, request));
    }

    private Conversation conversation(String id, HttpServletRequest request) {
        return Entrance.of(id, request, conversations);
    }
}

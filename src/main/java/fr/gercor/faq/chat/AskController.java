package fr.gercor.faq.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.gercor.faq.answer.Answered;
import fr.gercor.faq.answer.Explanation;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers a question that belongs to no conversation, and keeps nothing. */
@RestController
@RequestMapping("/api/v1/ask")
class AskController {

    /** What came before a question is read back to here, and no further. */
    private static final int LONGEST_CONTEXT = 20;

    private final Conversations conversations;
    private final RateLimits limits;

    AskController(Conversations conversations, RateLimits limits) {
        this.conversations = conversations;
        this.limits = limits;
    }

    /** A question, and what was said before it, oldest first. */
    record Asked(@Nullable String question, @Nullable List<@Nullable Said> context) {}

    /** Something said before: words, or a choice. */
    record Said(@Nullable String text, @Nullable String choice) {}

    /** A reply; its reasons stand beside its own fields, for staff who ask for them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(@JsonUnwrapped Reply reply, @Nullable Explanation explanation) {}

    @PostMapping
    Told ask(
            @RequestBody Asked asked,
            @RequestParam(defaultValue = "false") boolean explain,
            HttpServletRequest request) {
        limits.takeFrom(Limit.QUESTIONS, request.getRemoteAddr());
        if (explain) {
            requireStaff(request);
        }
        Message question = new Message.Text(Incoming.words(asked.question(), "question"));
        List<@Nullable Said> said = asked.context() == null ? List.<@Nullable Said>of() : asked.context();
        List<Message> context = said.stream()
                .skip(Math.max(0, said.size() - LONGEST_CONTEXT))
                .map(AskController::message)
                .toList();
        Answered answered = conversations.ask(context, question, Audience.PUBLIC);
        return new Told(answered.reply(), explain ? answered.explanation() : null);
    }

    private static void requireStaff(HttpServletRequest request) {
        if (!request.isUserInRole(Role.STAFF.name())) {
            boolean known = Visitor.of(request.getUserPrincipal()).signedIn().isPresent();
            throw new ProblemException(known ? Problem.FORBIDDEN : Problem.NOT_SIGNED_IN);
        }
    }

    private static Message message(@Nullable Said said) {
        if (said == null) {
            throw new ProblemException(Problem.MISSING, "context");
        }
        return Incoming.message(said.text(), said.choice(), "context");
    }
}

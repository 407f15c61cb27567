package fr.gercor.faq.chat;

import fr.gercor.faq.answer.Answered;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.conversation.Conversations;
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

    private static final String STAFF = "STAFF";

    private final Conversations conversations;
    private final RateLimits limits;

    AskController(Conversations conversations, RateLimits limits) {
        this.conversations = conversations;
        this.limits = limits;
    }

    /** A question, and what was said before it. */
    record Asked(@Nullable String question, @Nullable List<Said> context) {}

    /** Something said before: words, or a choice. */
    record Said(@Nullable String text, @Nullable String choice) {}

    /** The reply; with its reasons for staff who want them. */
    @PostMapping
    Object ask(
            @RequestBody Asked asked,
            @RequestParam(defaultValue = "false") boolean explain,
            HttpServletRequest request) {
        limits.count(RateLimits.Kind.MESSAGE, request.getRemoteAddr());
        Message question = Incoming.message(asked.question(), null, "question");
        List<Said> said = asked.context() == null ? List.of() : asked.context();
        List<Message> context = said.stream()
                .skip(Math.max(0, said.size() - LONGEST_CONTEXT))
                .map(each -> Incoming.message(each.text(), each.choice(), "context"))
                .toList();
        Answered answered = conversations.ask(context, question, Audience.PUBLIC);
        return explain && request.isUserInRole(STAFF) ? answered : answered.reply();
    }
}

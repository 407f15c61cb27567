package fr.gercor.faq.chat;

import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.Handovers;
import fr.gercor.faq.escalation.CarriedQuestions;
import fr.gercor.faq.escalation.Escalations;
import fr.gercor.faq.escalation.FollowUp;
import fr.gercor.faq.escalation.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The doors from a conversation to professionals: a question is handed over, followed by its code, or carried to a login. */
@RestController
@RequestMapping("/api/v1")
class HandoverController {

    /** One sign and a name on each side of it; whether mail arrives there, only mail can tell. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),;:\\p{Cntrl}]{1,64}@[^\\s@<>\"(),;:\\p{Cntrl}]+\\.[\\p{L}\\d-]{2,}");

    private static final int LONGEST_EMAIL = 254;

    private final Conversations conversations;
    private final Handovers handovers;
    private final Escalations escalations;
    private final CarriedQuestions carried;
    private final RateLimits limits;

    HandoverController(
            Conversations conversations,
            Handovers handovers,
            Escalations escalations,
            CarriedQuestions carried,
            RateLimits limits) {
        this.conversations = conversations;
        this.handovers = handovers;
        this.escalations = escalations;
        this.carried = carried;
        this.limits = limits;
    }

    /** A question to hand over: the id of its reply, or the client's own of the message. */
    record Handover(@Nullable String messageId, @Nullable String email) {}

    /** A question to carry. */
    record Carry(@Nullable String messageId) {}

    /** Where a carried question is taken up, once its writer has logged in. */
    record CarriedTo(String url) {}

    /** How far a question is that was handed over, and its reply once there is one. */
    record Followed(
            String state,
            Instant askedAt,
            String delay,
            @Nullable Reply reply) {

        static Followed of(FollowUp followUp) {
            return new Followed(
                    followUp.state().name().toLowerCase(Locale.ROOT),
                    followUp.askedAt(),
                    followUp.delay(),
                    followUp.reply().orElse(null));
        }
    }

    @PostMapping("/conversations/{id}/handover")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt handOver(@PathVariable String id, @RequestBody Handover handover, HttpServletRequest request) {
        limits.takeFrom(Limit.HANDOVERS, request.getRemoteAddr());
        Conversation conversation = Entrance.of(id, request, conversations);
        String messageId = Incoming.words(handover.messageId(), "messageId");
        return handovers
                .handOver(conversation, messageId, email(handover.email()))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    @PostMapping("/conversations/{id}/carry")
    @ResponseStatus(HttpStatus.CREATED)
    CarriedTo carry(@PathVariable String id, @RequestBody Carry carry, HttpServletRequest request) {
        limits.takeFrom(Limit.HANDOVERS, request.getRemoteAddr());
        Conversation conversation = Entrance.of(id, request, conversations);
        return handovers
                .words(conversation, Incoming.words(carry.messageId(), "messageId"))
                .map(words -> new CarriedTo("/pro?reprise=" + carried.keep(words)))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /** What a code leads to; the same 404 for one that is no code, is unknown or whose question is erased. */
    @GetMapping("/handovers/{code}")
    ResponseEntity<Followed> follow(@PathVariable String code, HttpServletRequest request) {
        limits.takeFrom(Limit.CODES, request.getRemoteAddr());
        return escalations
                .follow(code)
                .map(followUp ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Followed.of(followUp)))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static Optional<String> email(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        String email = typed.strip();
        if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            throw new ProblemException(Problem.INVALID, "email");
        }
        return Optional.of(email);
    }
}

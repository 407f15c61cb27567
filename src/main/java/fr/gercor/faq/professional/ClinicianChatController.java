package fr.gercor.faq.professional;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.Conversations;
import fr.gercor.faq.conversation.OwnConversation;
import fr.gercor.faq.conversation.Sent;
import fr.gercor.faq.conversation.StoreAwayException;
import fr.gercor.faq.conversation.Turn;
import fr.gercor.faq.escalation.CarriedQuestions;
import fr.gercor.faq.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * The clinicians' own chat: a form that is posted and a page that holds the answer, so that it works without a script. Conversations
 * are bound to the account, and nobody else's is ever found.
 */
@Controller
class ClinicianChatController {

    private static final String HERE = "/pro";
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Conversations conversations;
    private final CarriedQuestions carried;
    private final Protocols protocols;
    private final BegunConversations begun = new BegunConversations();

    ClinicianChatController(Conversations conversations, CarriedQuestions carried, Protocols protocols) {
        this.conversations = conversations;
        this.carried = carried;
        this.protocols = protocols;
    }

    /**
     * A new conversation, or one that begins with the question that a patient's page carried here.
     *
     * @param code that stands for the question, once; blank for none
     */
    @GetMapping("/pro")
    ModelAndView begin(@RequestParam(name = "reprise", defaultValue = "") String code) {
        SignedIn who = SignedInClinician.ofThisRequest();
        if (code.isBlank()) {
            return page(who, Optional.empty(), "");
        }
        Optional<String> question = carried.take(code);
        if (question.isEmpty()) {
            return page(who, Optional.empty(), "carried-lost");
        }
        return new ModelAndView("redirect:" + ask(who, Optional.empty(), code, new Message.Text(question.get())));
    }

    @GetMapping("/pro/conversations/{id}")
    ModelAndView reopen(@PathVariable String id, HttpServletRequest request) throws NoResourceFoundException {
        SignedIn who = SignedInClinician.ofThisRequest();
        return page(who, Optional.of(own(who, id, request)), "");
    }

    /**
     * Answers a question, in the conversation given or a new one.
     *
     * @param id of the conversation; blank for a new one
     * @param form the form's own id, so that a form sent twice asks once
     */
    @PostMapping("/pro/question")
    Object question(
            @RequestParam(name = "conversation", defaultValue = "") String id,
            @RequestParam(name = "id") String form,
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "choice", defaultValue = "") String choice,
            HttpServletRequest request,
            HttpServletResponse response)
            throws NoResourceFoundException {
        SignedIn who = SignedInClinician.ofThisRequest();
        Optional<Conversation> conversation = id.isBlank() ? Optional.empty() : Optional.of(own(who, id, request));
        boolean isTooLong = text.length() > Message.LONGEST_TEXT;
        if (isTooLong || text.isBlank() && choice.isBlank()) {
            response.setStatus(isTooLong ? HttpStatus.CONTENT_TOO_LARGE.value() : HttpStatus.BAD_REQUEST.value());
            return page(who, conversation, isTooLong ? "too-long" : "empty");
        }
        Message message = choice.isBlank() ? new Message.Text(text.strip()) : new Message.Choice(choice);
        return seeOther(ask(who, conversation, form, message));
    }

    @PostMapping("/pro/conversations/{id}/effacement")
    ResponseEntity<Void> erase(@PathVariable String id, HttpServletRequest request) throws NoResourceFoundException {
        SignedIn who = SignedInClinician.ofThisRequest();
        conversations.erase(own(who, id, request));
        return seeOther(HERE);
    }

    /** Sends the message, and says where its answer stands. */
    private String ask(SignedIn who, Optional<Conversation> conversation, String form, Message message) {
        Conversation asked = conversation.orElseGet(() -> begun.of(who.id(), form, () -> conversations
                .open(true, Audience.PROFESSIONAL, Optional.of(who.id()))
                .conversation()));
        String answer =
                switch (conversations.send(asked, form, message)) {
                    case Sent.Taken(Turn turn) -> "#tour-" + turn.seq();
                    case Sent.OtherText(), Sent.Purged(), Sent.Gone() -> "";
                };
        return HERE + "/conversations/" + asked.id() + answer;
    }

    /** @throws NoResourceFoundException as for any address where nothing stands, also for another's conversation */
    private Conversation own(SignedIn who, String id, HttpServletRequest request) throws NoResourceFoundException {
        return uuid(id).flatMap(each -> conversations.resumeOwn(each, who.id()))
                .orElseThrow(() -> new NoResourceFoundException(
                        HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), request.getRequestURI()));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param note the name of what must be said; empty for nothing */
    private ModelAndView page(SignedIn who, Optional<Conversation> conversation, String note) {
        List<AnswerView> turns = conversation.stream()
                .flatMap(each -> turns(each).stream())
                .map(turn -> AnswerView.of(turn, protocols))
                .toList();
        return new ModelAndView("professional/chat")
                .addObject("who", who)
                .addObject("here", "chat")
                .addObject(
                        "conversation",
                        conversation.map(each -> each.id().toString()).orElse(""))
                .addObject("turns", turns)
                .addObject("history", history(who))
                .addObject("form", UUID.randomUUID().toString())
                .addObject("longest", Message.LONGEST_TEXT)
                .addObject("note", note);
    }

    private List<Turn> turns(Conversation conversation) {
        List<Turn> turns = new ArrayList<>(conversations.turnsAfter(conversation, 0));
        List<Turn> more = turns;
        while (!more.isEmpty()) {
            more = conversations.turnsAfter(conversation, turns.getLast().seq());
            turns.addAll(more);
        }
        return turns;
    }

    /**
     * A conversation of the list.
     *
     * @param id to reopen it by
     * @param label the first question
     * @param on the day it was last used
     */
    record Past(String id, String label, java.time.LocalDate on) {}

    /** What was asked before; not there, and no reason to fail, while the database is away. */
    private List<Past> history(SignedIn who) {
        try {
            return conversations.ownedBy(who.id()).stream()
                    .map(ClinicianChatController::past)
                    .toList();
        } catch (StoreAwayException e) {
            return List.of();
        }
    }

    private static Past past(OwnConversation own) {
        return new Past(
                own.id().toString(),
                own.firstText(),
                own.lastAt().atZone(FRANCE).toLocalDate());
    }

    private static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}

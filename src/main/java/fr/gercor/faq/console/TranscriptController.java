package fr.gercor.faq.console;

import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.review.AuditEvent.Action;
import fr.gercor.faq.review.AuditLog;
import fr.gercor.faq.review.Cause;
import fr.gercor.faq.review.ConversationLog;
import fr.gercor.faq.review.Judgement;
import fr.gercor.faq.review.LoggedTurn;
import fr.gercor.faq.review.Reader;
import fr.gercor.faq.review.Review;
import fr.gercor.faq.review.Reviews;
import fr.gercor.faq.review.State;
import fr.gercor.faq.review.Transcript;
import fr.gercor.faq.review.Verdict;
import fr.gercor.faq.security.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One conversation, read and judged. */
@Controller
class TranscriptController {

    private static final String ADDRESS = "/console/conversations/{id}";

    private final ConversationLog log;
    private final Reviews reviews;
    private final AuditLog audit;
    private final Engines engines;

    TranscriptController(ConversationLog log, Reviews reviews, AuditLog audit, Engines engines) {
        this.log = log;
        this.reviews = reviews;
        this.audit = audit;
        this.engines = engines;
    }

    /** @param after the place of the last turn seen, or 0 */
    @GetMapping(ADDRESS)
    String show(
            @PathVariable UUID id,
            @RequestParam(name = "apres", defaultValue = "0") long after,
            @AuthenticationPrincipal @Nullable SignedIn account,
            Model model) {
        Reader reader = Staff.reader(account);
        Transcript transcript =
                log.transcript(id, after).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.add(reader, Action.READ, id.toString(), "");
        model.addAttribute("transcript", transcript);
        model.addAttribute("turns", views(transcript, reader));
        choices(model);
        return "console/conversation";
    }

    private List<ToldView> views(Transcript transcript, Reader reader) {
        Content content = engines.current().content();
        Map<Long, Review> seen = reviews.of(
                transcript.turns().stream().map(told -> told.turn().ref()).toList(), reader);
        return transcript.turns().stream()
                .map(told ->
                        ToldView.of(told, content, seen.getOrDefault(told.turn().ref(), Review.NONE)))
                .toList();
    }

    private void choices(Model model) {
        model.addAttribute("verdicts", List.of(Verdict.values()));
        model.addAttribute("causes", List.of(Cause.values()));
        model.addAttribute("states", List.of(State.values()));
        model.addAttribute(
                "pages",
                engines.current().content().pages().stream().map(Page::id).toList());
    }

    /** Judges the reply of a turn. */
    @PostMapping(ADDRESS + "/tours/{seq}/jugement")
    String judge(
            @PathVariable UUID id,
            @PathVariable long seq,
            @RequestParam(name = "verdict") String verdict,
            @RequestParam(name = "bonne-page", defaultValue = "") String rightPage,
            @RequestParam(name = "cause", defaultValue = "") String cause,
            @RequestParam(name = "commentaire", defaultValue = "") String comment,
            @RequestParam(name = "etat") String state,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            @AuthenticationPrincipal @Nullable SignedIn account,
            Model model) {
        Reader reader = Staff.reader(account);
        Verdict judged = FilterAddress.constant(Verdict.class, verdict).orElseThrow(TranscriptController::unreadable);
        Judgement judgement = new Judgement(
                judged,
                Optional.of(rightPage.strip()).filter(page -> !page.isEmpty() && judged == Verdict.WRONG_PAGE),
                FilterAddress.constant(Cause.class, cause),
                Optional.of(comment.strip()).filter(text -> !text.isEmpty()));
        State left = FilterAddress.constant(State.class, state).orElseThrow(TranscriptController::unreadable);
        long ref = log.ref(id, seq).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            reviews.judge(ref, reader, judgement, left);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No such page", e);
        }
        if (!htmx) {
            long after = log.turns(List.of(ref)).stream()
                    .mapToLong(LoggedTurn::pageStart)
                    .findFirst()
                    .orElse(0);
            return "redirect:/console/conversations/" + id + "?apres=" + after + "#tour-" + seq;
        }
        model.addAttribute("conversation", id);
        model.addAttribute("seq", seq);
        model.addAttribute("review", reviews.of(List.of(ref), reader).getOrDefault(ref, Review.NONE));
        model.addAttribute("saved", true);
        choices(model);
        return "console/parts :: review";
    }

    private static ResponseStatusException unreadable() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}

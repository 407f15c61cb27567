package fr.gercor.faq.professional;

import fr.gercor.faq.answer.Reply.QuotedPassage;
import fr.gercor.faq.answer.Reply.Urgency;
import fr.gercor.faq.escalation.Clinician;
import fr.gercor.faq.escalation.EscalatedQuestion;
import fr.gercor.faq.escalation.Escalations;
import fr.gercor.faq.escalation.PublicPassages;
import fr.gercor.faq.escalation.Settling;
import fr.gercor.faq.escalation.Taking;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The queue of what patients handed over, and the desk where one question is answered. Every change is a form that is sent, and
 * leads to a page that can be loaded again; a draft is in the page alone until it is sent.
 */
@Controller
@RequestMapping("/pro/questions")
class QueueController {

    private static final String QUEUE = "/pro/questions";
    private static final int MOST_CLOSED = 20;
    private static final int MOST_FOUND = 8;

    private final Escalations escalations;
    private final PublicPassages passages;
    private final Clock clock;

    QueueController(Escalations escalations, PublicPassages passages, Clock clock) {
        this.escalations = escalations;
        this.passages = passages;
        this.clock = clock;
    }

    /** The queue: what is overdue on top, then what has waited longest. */
    @GetMapping
    ModelAndView queue(
            @Nullable Authentication authentication, @RequestParam(required = false) @Nullable String notice) {
        Clinician clinician = QueueDesk.clinician(authentication);
        escalations.welcome(clinician);
        Map<String, Object> model = model(clinician, notice);
        model.put("open", items(escalations.open(), clinician));
        model.put("closed", items(escalations.closed(MOST_CLOSED), clinician));
        return new ModelAndView("professional/queue", model);
    }

    @PostMapping("/next")
    RedirectView next(@Nullable Authentication authentication) {
        Taking taking = escalations.takeNext(QueueDesk.clinician(authentication));
        return switch (taking) {
            case Taking.Taken(EscalatedQuestion question) -> to(question.id(), QueueNotice.TAKEN);
            case Taking.Busy(EscalatedQuestion other) -> to(other.id(), QueueNotice.BUSY);
            case Taking.HeldByAnother ignored -> toQueue(QueueNotice.NONE_WAITING);
            case Taking.Closed ignored -> toQueue(QueueNotice.NONE_WAITING);
            case Taking.Gone ignored -> toQueue(QueueNotice.NONE_WAITING);
        };
    }

    @GetMapping("/{id}")
    ModelAndView question(
            @Nullable Authentication authentication,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String notice) {
        Clinician clinician = QueueDesk.clinician(authentication);
        return desk(id, clinician, QueueDraft.EMPTY, model(clinician, notice));
    }

    @PostMapping("/{id}/take")
    RedirectView take(@Nullable Authentication authentication, @PathVariable UUID id) {
        Taking taking = escalations.take(id, QueueDesk.clinician(authentication));
        return taking instanceof Taking.Gone ? toQueue(QueueNotice.GONE) : to(id, QueueNotice.of(taking));
    }

    @PostMapping("/{id}/release")
    RedirectView release(@Nullable Authentication authentication, @PathVariable UUID id, @RequestParam int version) {
        Clinician clinician = QueueDesk.clinician(authentication);
        return settled(id, escalations.release(id, version, clinician), QueueNotice.RELEASED);
    }

    /** Looks for passages, shows how the answer will read, or sends it; what was typed is never lost on the way. */
    @PostMapping("/{id}/answer")
    Object answer(@Nullable Authentication authentication, @PathVariable UUID id, @ModelAttribute QueueDraft draft) {
        Clinician clinician = QueueDesk.clinician(authentication);
        if (!draft.isStep("send")) {
            return desk(id, clinician, draft, model(clinician, null));
        }
        Settling settling =
                escalations.answer(id, draft.versionOrNone(), clinician, draft.textOrEmpty(), draft.attachments());
        QueueNotice notice = QueueNotice.of(settling, QueueNotice.ANSWERED);
        return notice.isRefusal() && !(settling instanceof Settling.Gone)
                ? desk(id, clinician, draft, model(clinician, notice.key()))
                : settled(id, settling, QueueNotice.ANSWERED);
    }

    @PostMapping("/{id}/pass")
    RedirectView pass(
            @Nullable Authentication authentication,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String colleague,
            @RequestParam(defaultValue = "") String note) {
        Clinician clinician = QueueDesk.clinician(authentication);
        Optional<String> named = Optional.of(colleague).filter(each -> !each.isBlank());
        return settled(id, escalations.pass(id, version, clinician, named, note), QueueNotice.PASSED);
    }

    @PostMapping("/{id}/decline")
    RedirectView decline(@Nullable Authentication authentication, @PathVariable UUID id, @RequestParam int version) {
        Clinician clinician = QueueDesk.clinician(authentication);
        return settled(id, escalations.decline(id, version, clinician), QueueNotice.DECLINED);
    }

    @PostMapping("/{id}/refer")
    RedirectView refer(
            @Nullable Authentication authentication,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Urgency urgency) {
        Clinician clinician = QueueDesk.clinician(authentication);
        return settled(id, escalations.refer(id, version, clinician, urgency), QueueNotice.REFERRED);
    }

    @PostMapping("/{id}/propose")
    RedirectView propose(@Nullable Authentication authentication, @PathVariable UUID id) {
        Clinician clinician = QueueDesk.clinician(authentication);
        return escalations.propose(id, clinician) ? to(id, QueueNotice.PROPOSED) : toQueue(QueueNotice.GONE);
    }

    private ModelAndView desk(UUID id, Clinician clinician, QueueDraft draft, Map<String, Object> model) {
        EscalatedQuestion question =
                escalations.openFor(clinician, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<QuotedPassage> attached = passages.quote(draft.attachments());
        List<QuotedPassage> found = new ArrayList<>(passages.find(draft.wordsOrEmpty(), MOST_FOUND));
        found.removeAll(attached);
        model.put("item", QueueItem.of(question, clinician, clock.instant()));
        model.put("draft", draft);
        model.put("attached", attached);
        model.put("found", found);
        model.put("searched", draft.isStep("search"));
        model.put("preview", draft.isStep("preview"));
        model.put("colleagues", escalations.colleagues(clinician));
        model.put("longest", Escalations.LONGEST_ANSWER);
        return new ModelAndView("professional/queue-question", model);
    }

    private List<QueueItem> items(List<EscalatedQuestion> questions, Clinician clinician) {
        return questions.stream()
                .map(question -> QueueItem.of(question, clinician, clock.instant()))
                .toList();
    }

    /** @param notice as the address names it: one of ours, or nothing is said */
    private static Map<String, Object> model(Clinician clinician, @Nullable String notice) {
        Map<String, Object> model = new HashMap<>();
        model.put("here", "queue");
        model.put("who", clinician);
        for (QueueNotice each : QueueNotice.values()) {
            if (each.key().equals(notice)) {
                model.put("notice", each.key());
                model.put("refusal", each.isRefusal());
            }
        }
        return model;
    }

    private static RedirectView settled(UUID id, Settling settling, QueueNotice done) {
        return settling instanceof Settling.Gone ? toQueue(QueueNotice.GONE) : to(id, QueueNotice.of(settling, done));
    }

    private static RedirectView to(UUID id, QueueNotice notice) {
        return seeOther(QUEUE + "/" + id + "?notice=" + notice.key());
    }

    private static RedirectView toQueue(QueueNotice notice) {
        return seeOther(QUEUE + "?notice=" + notice.key());
    }

    private static RedirectView seeOther(String address) {
        RedirectView view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}

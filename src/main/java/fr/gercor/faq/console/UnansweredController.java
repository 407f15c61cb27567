package fr.gercor.faq.console;

import fr.gercor.faq.review.ContentTask;
import fr.gercor.faq.review.ContentTasks;
import fr.gercor.faq.review.Unanswered;
import fr.gercor.faq.security.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What was refused or answered without being sure, and what has to be written for it. */
@Controller
@RequestMapping("/console/sans-reponse")
class UnansweredController {

    private static final List<Integer> PERIODS = List.of(7, 14, 30);
    private static final int SHOWN = 60;
    private static final String TASKS = "redirect:/console/sans-reponse#taches";

    private final Unanswered unanswered;
    private final ContentTasks tasks;
    private final Looks looks;
    private final Clock clock;

    UnansweredController(Unanswered unanswered, ContentTasks tasks, Looks looks, Clock clock) {
        this.unanswered = unanswered;
        this.tasks = tasks;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "14") int days,
            @AuthenticationPrincipal @Nullable SignedIn principal,
            Model model) {
        int period = PERIODS.contains(days) ? days : PERIODS.get(1);
        looks.at(principal, "/console/sans-reponse?days=" + period);
        Instant now = clock.instant();
        model.addAttribute("periods", PERIODS);
        model.addAttribute("days", period);
        model.addAttribute("groups", unanswered.groups(now.minus(Duration.ofDays(period)), now, SHOWN));
        model.addAttribute("tasks", tasks.all());
        model.addAttribute("states", ContentTask.State.values());
        return "console/unanswered";
    }

    @PostMapping("/taches")
    String add(
            @RequestParam String question,
            @RequestParam(defaultValue = "") String page,
            @RequestParam String owner,
            @AuthenticationPrincipal @Nullable SignedIn principal) {
        if (!question.isBlank()) {
            tasks.add(question, page, owner, Who.is(principal));
        }
        return TASKS;
    }

    @PostMapping("/taches/{id}")
    String change(@PathVariable long id, @RequestParam String state, @RequestParam String owner) {
        if (!tasks.change(id, ContentTask.State.valueOf(state.toUpperCase(Locale.ROOT)), owner)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return TASKS;
    }
}

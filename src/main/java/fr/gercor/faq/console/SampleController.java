package fr.gercor.faq.console;

import fr.gercor.faq.review.ConversationLog;
import fr.gercor.faq.review.LoggedTurn;
import fr.gercor.faq.review.Reader;
import fr.gercor.faq.review.Review;
import fr.gercor.faq.review.Reviews;
import fr.gercor.faq.review.Samples;
import fr.gercor.faq.security.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The replies drawn for a week, and how far their readers agree. */
@Controller
class SampleController {

    private final ConversationLog log;
    private final Reviews reviews;
    private final Samples samples;
    private final Looks looks;

    SampleController(ConversationLog log, Reviews reviews, Samples samples, Looks looks) {
        this.log = log;
        this.reviews = reviews;
        this.samples = samples;
        this.looks = looks;
    }

    /**
     * A reply to read.
     *
     * @param turn as it is listed
     * @param mine whether the reader has judged it
     * @param readers how many have
     */
    record Drawn(LoggedTurn turn, boolean mine, int readers) {}

    @GetMapping("/console/relecture")
    String week(
            @RequestParam(name = "semaine") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
            @AuthenticationPrincipal @Nullable SignedIn account,
            Model model) {
        Reader reader = Staff.reader(account);
        LocalDate monday = Samples.monday(
                day.filter(given -> !given.isAfter(samples.lastWeek())).orElseGet(samples::lastWeek));
        looks.at(account, "/console/relecture?semaine=" + monday);
        List<Long> refs = samples.of(monday);
        Map<Long, Review> seen = reviews.of(refs, reader);
        List<Drawn> drawn = log.turns(refs).stream()
                .map(turn -> new Drawn(
                        turn,
                        seen.getOrDefault(turn.ref(), Review.NONE).own().isPresent(),
                        turn.verdicts().size()))
                .toList();
        model.addAttribute("monday", monday);
        model.addAttribute("sunday", monday.plusDays(6));
        model.addAttribute("before", monday.minusWeeks(1));
        model.addAttribute("after", monday.isBefore(samples.lastWeek()) ? monday.plusWeeks(1) : null);
        model.addAttribute("drawn", drawn);
        model.addAttribute("mine", drawn.stream().filter(Drawn::mine).count());
        model.addAttribute("agreement", reviews.agreement(refs));
        return "console/samples";
    }
}

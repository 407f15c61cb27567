package fr.gercor.faq.console;

import fr.gercor.faq.review.ContentUse;
import fr.gercor.faq.review.Insights;
import fr.gercor.faq.review.Insights.Period;
import fr.gercor.faq.security.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Every page with its use, and one page with what it doesn't answer. */
@Controller
@RequestMapping("/console/contenu")
class ContentController {

    private static final int DAYS = 28;

    private final ContentUse use;
    private final Looks looks;
    private final Clock clock;

    ContentController(ContentUse use, Looks looks, Clock clock) {
        this.use = use;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("pages", use.pages(period()));
        model.addAttribute("days", DAYS);
        return "console/content";
    }

    @GetMapping("/page")
    String page(@RequestParam String id, @AuthenticationPrincipal @Nullable SignedIn account, Model model) {
        model.addAttribute(
                "shown", use.page(id, period()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        looks.at(account, "/console/contenu/page?id=" + id);
        model.addAttribute("intents", use.intents(id, period()));
        model.addAttribute("unmet", use.unmet(id, period()));
        model.addAttribute("days", DAYS);
        return "console/content-page";
    }

    private Period period() {
        return Period.days(LocalDate.ofInstant(clock.instant(), Insights.PARIS), DAYS);
    }
}

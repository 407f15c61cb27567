package fr.gercor.faq.console;

import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.review.ConversationLog;
import fr.gercor.faq.review.EscalationsWaiting;
import fr.gercor.faq.review.Figures;
import fr.gercor.faq.review.PageDue;
import fr.gercor.faq.security.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The screen that opens in the morning. */
@Controller
class TodayController {

    private static final Duration WEEK = Duration.ofDays(7);

    /** Of each sign of failure: what is mended in ten minutes. */
    private static final int MOST_OF_EACH = 6;

    private final ConversationLog log;
    private final Engines engines;
    private final ObjectProvider<EscalationsWaiting> escalations;
    private final Looks looks;
    private final Clock clock;

    TodayController(
            ConversationLog log,
            Engines engines,
            ObjectProvider<EscalationsWaiting> escalations,
            Looks looks,
            Clock clock) {
        this.log = log;
        this.engines = engines;
        this.escalations = escalations;
        this.looks = looks;
        this.clock = clock;
    }

    /** @param span {@code jour}: since yesterday morning, as long as a colleague was away; {@code semaine}: seven days */
    @GetMapping("/console")
    String today(
            @RequestParam(name = "duree", defaultValue = "jour") String span,
            @AuthenticationPrincipal @Nullable SignedIn account,
            Model model) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Times.PARIS);
        boolean week = span.equals("semaine");
        LocalDate first = today.minusDays(week ? 6 : 1);
        Instant from = first.atStartOfDay(Times.PARIS).toInstant();
        looks.at(account, week ? "/console?duree=semaine" : "/console");
        Figures figures = log.figures(from, now);
        Figures before = log.figures(from.minus(WEEK), now.minus(WEEK));
        model.addAttribute("week", week);
        model.addAttribute("first", first);
        model.addAttribute("tiles", Tile.of(figures, before, "du=" + first + "&au=" + today));
        model.addAttribute("troubles", log.troubles(from, MOST_OF_EACH));
        model.addAttribute("due", PageDue.of(engines.current().content(), today));
        model.addAttribute(
                "waiting", Optional.ofNullable(escalations.getIfAvailable()).map(EscalationsWaiting::count));
        return "console/today";
    }
}

package fr.gercor.faq.console;

import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.review.Insights;
import fr.gercor.faq.review.Insights.Period;
import fr.gercor.faq.review.WeeklyReport;
import fr.gercor.faq.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the log says as a whole, in charts, and a week of it on one page. */
@Controller
@RequestMapping("/console/tendances")
class InsightController {

    private static final List<Integer> PERIODS = List.of(7, 28, 90);

    private final Charts charts;
    private final Looks looks;
    private final WeeklyReport.Maker reports;
    private final Engines engines;
    private final Clock clock;

    InsightController(Charts charts, Looks looks, WeeklyReport.Maker reports, Engines engines, Clock clock) {
        this.charts = charts;
        this.looks = looks;
        this.reports = reports;
        this.engines = engines;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "28") int days, Model model) {
        Period period = period(days);
        model.addAttribute("periods", PERIODS);
        model.addAttribute("days", known(days));
        model.addAttribute("period", period);
        model.addAttribute("charts", charts.of(period));
        return "console/insights";
    }

    @GetMapping("/{chart:[a-z]+}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String chart, @RequestParam(defaultValue = "28") int days) {
        Chart wanted = charts.of(period(days)).stream()
                .filter(each -> each.id().equals(chart))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + wanted.id() + ".csv\"")
                .body(wanted.csv().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/semaine")
    String week(
            @RequestParam(defaultValue = "") String du,
            @AuthenticationPrincipal @Nullable SignedIn account,
            Model model) {
        LocalDate last =
                today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        LocalDate monday = last;
        try {
            monday = du.isEmpty() ? last : LocalDate.parse(du).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, du, e);
        }
        looks.at(account, "/console/tendances/semaine?du=" + monday);
        WeeklyReport report = reports.of(monday);
        model.addAttribute("report", report);
        model.addAttribute(
                "titles",
                report.pages().stream()
                        .map(page -> engines.current()
                                .content()
                                .page(page.name())
                                .map(Page::title)
                                .orElse(page.name()))
                        .toList());
        model.addAttribute("earlier", monday.minusWeeks(1));
        model.addAttribute("later", monday.plusWeeks(1));
        model.addAttribute("hasLater", monday.plusWeeks(1).isBefore(today()));
        return "console/week";
    }

    private Period period(int days) {
        return Period.days(today(), known(days));
    }

    private static int known(int days) {
        return PERIODS.contains(days) ? days : PERIODS.get(1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Insights.PARIS);
    }
}

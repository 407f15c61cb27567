package fr.gercor.faq.site;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Quote;
import fr.gercor.faq.retrieval.PassageHit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Searches the pages with the engine that answers questions. What was searched for is health data: it is neither logged nor kept, by
 * us or by a cache, and an alarm in it comes before any result.
 */
@Controller
class SearchController {

    /** The most results: more than a screen or two are not looked at. */
    private static final int MOST_RESULTS = 12;

    /** As the box allows; what is longer is cut. */
    private static final int LONGEST_QUERY = 200;

    private final Visits visits;

    SearchController(Visits visits) {
        this.visits = visits;
    }

    /**
     * A page that was found.
     *
     * @param title of the page
     * @param folder what the folder around it is called; may be empty
     * @param heading of the section; the title where the passage stands above the first heading
     * @param quote the passage, word for word
     * @param address of the section with the passage marked
     */
    record Result(String title, String folder, String heading, String quote, String address) {}

    /** @param query as typed; blank before anything was */
    @GetMapping("/recherche")
    ModelAndView search(
            @RequestParam(name = "q", defaultValue = "") String query,
            HttpServletRequest request,
            HttpServletResponse response) {
        Visit visit = visits.of(request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        String wanted = cut(query.strip());
        Map<String, Object> model = new HashMap<>();
        model.put("frame", visit.frame().unlisted(wanted));
        model.put("sections", visit.map().sections());
        model.put("results", wanted.isEmpty() ? List.of() : results(wanted, visit));
        alarm(wanted, visit).ifPresent(reply -> model.put("alarm", reply));
        return new ModelAndView("site/search", model);
    }

    private static List<Result> results(String wanted, Visit visit) {
        if (visit.engine().isOutOfScope(wanted, visit.audience())) {
            return List.of();
        }
        return visit.engine().search(wanted, MOST_RESULTS, visit.audience()).stream()
                .flatMap(hit -> result(hit, visit).stream())
                .toList();
    }

    private static Optional<Result> result(PassageHit hit, Visit visit) {
        Quote quote = hit.passage().whole();
        return visit.page(hit.passage().page())
                .map(page -> new Result(
                        page.title(),
                        visit.map().folder(page.folder()).map(SiteFolder::label).orElse(""),
                        hit.passage().heading(),
                        quote.text(),
                        address(page, quote)));
    }

    private static String address(Page page, Quote quote) {
        return "/" + page.id() + "?quote=" + quote.hash() + "#" + quote.anchor();
    }

    private static Optional<Reply> alarm(String wanted, Visit visit) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Reply reply = visit.engine()
                .answer(List.of(), new Message.Text(wanted), visit.audience())
                .reply();
        return Optional.of(reply).filter(each -> each.outcome() == Reply.Outcome.URGENT);
    }

    private static String cut(String query) {
        return query.codePointCount(0, query.length()) <= LONGEST_QUERY
                ? query
                : query.substring(0, query.offsetByCodePoints(0, LONGEST_QUERY));
    }
}

package fr.gercor.faq.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the home: the search, the most asked topics, the sections. */
@Controller
class HomeController {

    private final Visits visits;
    private final MessageSource messages;

    HomeController(Visits visits, MessageSource messages) {
        this.visits = visits;
        this.messages = messages;
    }

    @GetMapping("/")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visits.of(request);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                PageController.revalidated(visit.audience()).getHeaderValue());
        return new ModelAndView(
                "site/home",
                Map.of("frame", visit.frame(), "sections", visit.map().sections(), "topics", mostAsked(visit)));
    }

    /** The topics of the chat's greeting, each leading to the section that answers it. */
    private List<Link> mostAsked(Visit visit) {
        List<Link> topics = new ArrayList<>();
        for (String id :
                messages.getMessage("greeting.topics", null, Locale.FRENCH).split(",")) {
            visit.engine()
                    .catalogue()
                    .intent(id.strip())
                    .filter(intent -> visit.page(intent.page()).isPresent())
                    .ifPresent(intent ->
                            topics.add(Link.to(intent.label(), "/" + intent.page() + "#" + intent.section())));
        }
        return topics;
    }
}

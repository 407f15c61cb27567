package fr.gercor.faq.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a reader sees when something can't be shown: never why, never what was asked for. */
@Component
class SiteErrors implements ErrorViewResolver, Ordered {

    private final Visits visits;

    SiteErrors(Visits visits) {
        this.visits = visits;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> details) {
        if (status == HttpStatus.NOT_FOUND) {
            Visit visit = visits.of(request);
            return new ModelAndView(
                    "site/not-found",
                    Map.of(
                            "frame",
                            visit.frame().unlisted(""),
                            "sections",
                            visit.map().sections()),
                    status);
        }
        // The engine itself may be what fails: nothing of it stands on this page.
        String kind = status.is5xxServerError() ? "failure" : "refusal";
        return new ModelAndView("site/error", Map.of("frame", Frame.BARE, "kind", kind), status);
    }

    @Override
    public int getOrder() {
        return 0;
    }
}

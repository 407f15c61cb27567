package fr.gercor.faq.site;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Shows pages and folders at the addresses that are their ids. */
@Controller
class PageController {

    private final Visits visits;

    PageController(Visits visits) {
        this.visits = visits;
    }

    /**
     * @param quote the hash of the quote to mark
     * @throws NoResourceFoundException as for any address where nothing stands, also for what this reader may not see
     */
    @GetMapping({"/grand-public", "/grand-public/**", "/professionnels", "/professionnels/**"})
    ModelAndView show(
            @RequestParam(defaultValue = "") String quote, HttpServletRequest request, HttpServletResponse response)
            throws NoResourceFoundException {
        Visit visit = visits.of(request);
        Optional<Page> page = visit.page(visit.path());
        Optional<SiteFolder> folder = visit.map().folder(visit.path());
        if (page.isEmpty() && folder.isEmpty()) {
            throw new NoResourceFoundException(HttpMethod.GET, request.getRequestURI(), visit.path());
        }
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, revalidated(visit.audience()).getHeaderValue());
        if (page.isPresent()) {
            PageView view = PageView.of(page.get(), quote, visit);
            return new ModelAndView("site/page", Map.of("frame", visit.frame(), "view", view));
        }
        return new ModelAndView("site/folder", Map.of("frame", visit.frame(), "folder", folder.get()));
    }

    /** A saved change must be seen at once, and what only professionals may read must stay out of shared caches. */
    static CacheControl revalidated(Audience audience) {
        CacheControl control = CacheControl.noCache();
        return audience == Audience.PUBLIC ? control.cachePublic() : control.cachePrivate();
    }
}

package fr.gercor.faq.professional;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Shows the protocols: the list with its filters, and each at the bedside. */
@Controller
class ProtocolController {

    private final Protocols protocols;

    ProtocolController(Protocols protocols) {
        this.protocols = protocols;
    }

    /**
     * A protocol of the list.
     *
     * @param page of it
     * @param address at the bedside
     */
    record Listed(Page page, String address) {}

    @GetMapping(Protocols.ADDRESS)
    ModelAndView list(@RequestParam Map<String, String> parameters) {
        SignedIn who = SignedInClinician.ofThisRequest();
        ProtocolFilter filter = ProtocolFilter.of(parameters);
        List<Page> all = protocols.pages();
        List<Listed> found = filter.of(all).stream()
                .map(page -> new Listed(page, Protocols.ADDRESS + "/" + Protocols.slug(page)))
                .toList();
        return new ModelAndView("professional/protocols")
                .addObject("who", who)
                .addObject("here", "protocols")
                .addObject("filter", filter)
                .addObject("choices", filter.choices(all))
                .addObject("found", found)
                .addObject("all", all.size());
    }

    /** @throws NoResourceFoundException where no protocol has that address */
    @GetMapping(Protocols.ADDRESS + "/{slug}")
    ModelAndView show(@PathVariable String slug, HttpServletRequest request) throws NoResourceFoundException {
        SignedIn who = SignedInClinician.ofThisRequest();
        Page page = protocols
                .protocol(slug)
                .orElseThrow(() -> new NoResourceFoundException(HttpMethod.GET, request.getRequestURI(), slug));
        return new ModelAndView("professional/protocol")
                .addObject("who", who)
                .addObject("here", "protocols")
                .addObject("view", BedsideView.of(page, protocols.strip(page)));
    }
}

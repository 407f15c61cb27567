package fr.gercor.faq.chat;

import fr.gercor.faq.escalation.Escalations;
import fr.gercor.faq.escalation.FollowUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page where four words lead back to a question, on any device and without JavaScript. The words travel in a form and stand in
 * no address, so that no log and no history keeps them.
 */
@Controller
@RequestMapping("/suivi")
class FollowUpController {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUpController.class);

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Escalations escalations;
    private final RateLimits limits;

    FollowUpController(Escalations escalations, RateLimits limits) {
        this.escalations = escalations;
        this.limits = limits;
    }

    @GetMapping
    ModelAndView ask(HttpServletResponse response) {
        return page(response, HttpStatus.OK, Map.of());
    }

    /** @param code as it is typed */
    @PostMapping
    ModelAndView follow(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        try {
            limits.takeFrom(Limit.CODES, request.getRemoteAddr());
            return escalations
                    .follow(code)
                    .map(followUp -> page(response, HttpStatus.OK, shown(followUp)))
                    .orElseGet(() -> page(response, HttpStatus.NOT_FOUND, Map.of("fault", "unknown")));
        } catch (ProblemException e) {
            return page(response, HttpStatus.TOO_MANY_REQUESTS, Map.of("fault", "too-many"));
        } catch (DataAccessException e) {
            LOG.warn("A code could not be followed: {}", e.getClass().getName());
            return page(response, HttpStatus.SERVICE_UNAVAILABLE, Map.of("fault", "away"));
        }
    }

    private static Map<String, Object> shown(FollowUp followUp) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("state", followUp.state().name().toLowerCase(Locale.ROOT));
        shown.put("delay", followUp.delay());
        shown.put("askedAt", followUp.askedAt().atZone(FRANCE));
        followUp.reply().ifPresent(reply -> {
            shown.put("reply", reply);
            Optional.ofNullable(reply.author())
                    .ifPresent(author -> shown.put("writtenAt", author.at().atZone(FRANCE)));
        });
        return shown;
    }

    private static ModelAndView page(HttpServletResponse response, HttpStatus status, Map<String, Object> model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return new ModelAndView("chat/follow-up", model, status);
    }
}

package fr.gercor.faq.security;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows recovery codes once. */
@Controller
class RecoveryCodesPage {

    static final String PATH = "/compte/codes";

    private static final String NEXT = "faq.after-codes";

    /** @param next the page to go on to */
    static void prepare(HttpSession session, List<String> codes, String next) {
        NewSecret.showOnce(session, codes);
        session.setAttribute(NEXT, next);
    }

    @GetMapping(PATH)
    ModelAndView show(HttpSession session) {
        String next = Optional.ofNullable((String) session.getAttribute(NEXT)).orElse("/compte");
        return new ModelAndView("security/recovery-codes", Map.of("codes", NewSecret.shownOnce(session), "next", next));
    }
}

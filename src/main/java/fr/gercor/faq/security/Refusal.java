package fr.gercor.faq.security;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Why a form comes back.
 *
 * @param key of the message
 * @param values that stand in it
 * @param delay before the next try is looked at; zero where there is none
 */
record Refusal(HttpStatus status, String key, List<Object> values, Duration delay) {

    private static final long SECONDS_SAID_AS_SUCH = 90;

    static Refusal of(HttpStatus status, String key) {
        return new Refusal(status, key, List.of(), Duration.ZERO);
    }

    static Refusal of(PasswordRules.Objection objection) {
        return of(HttpStatus.BAD_REQUEST, objection.key());
    }

    /** @param delay before the next try is looked at */
    static Refusal tooSoon(Duration delay) {
        long seconds = delay.toSeconds() + 1;
        return seconds <= SECONDS_SAID_AS_SUCH
                ? new Refusal(HttpStatus.TOO_MANY_REQUESTS, "security.wait.seconds", List.of(seconds), delay)
                : new Refusal(HttpStatus.TOO_MANY_REQUESTS, "security.wait.minutes", List.of(seconds / 60 + 1), delay);
    }

    /** A page with the refusal on it. */
    ModelAndView on(String view, Map<String, ?> model, HttpServletResponse response) {
        if (!delay.isZero()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(delay.toSeconds() + 1));
        }
        ModelAndView page = new ModelAndView(view, model, status);
        page.addObject("refusal", this);
        return page;
    }
}

package fr.gercor.faq.professional;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What a clinician sees while the database is away: what happened, and the form that they sent, to be sent again as it was. */
final class AwayPage {

    /** In seconds: a database that is restarted is back by then. */
    static final String SOON = "30";

    /** The token stands in the form already. */
    private static final String TOKEN = "_csrf";

    private static final Set<String> TYPED = Set.of("text", "note", "words");

    private AwayPage() {}

    /**
     * A field of the form.
     *
     * @param written whether somebody typed it, and wants to see it again
     */
    record Field(String name, String value, boolean written) {}

    /**
     * @param method of the request as it came
     * @param address that was asked for, without its parameters
     */
    static ModelAndView of(HttpServletRequest request, String method, String address) {
        boolean form = HttpMethod.POST.matches(method);
        return new ModelAndView(
                "professional/away",
                Map.of("here", "away", "form", form, "address", address, "fields", form ? fields(request) : List.of()),
                HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static List<Field> fields(HttpServletRequest request) {
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            for (String value : values) {
                if (!name.equals(TOKEN)) {
                    fields.add(new Field(name, value, TYPED.contains(name) && !value.isBlank()));
                }
            }
        });
        return fields;
    }
}

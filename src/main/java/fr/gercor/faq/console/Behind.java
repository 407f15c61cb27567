package fr.gercor.faq.console;

import fr.gercor.faq.review.Insights.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of the conversations behind a figure, in the parameters of the list of conversations. */
final class Behind {

    /** The step of all that took longer than a second. */
    private static final int SLOW = 1_000_000;

    private static final List<String> DELAYS = List.of("1", "4", "12", "24", "48");

    private final Map<String, Object> parameters = new TreeMap<>();

    private Behind(LocalDate from, LocalDate to) {
        parameters.put("du", from);
        parameters.put("au", to);
    }

    static Behind period(Period period) {
        return new Behind(period.from(), period.to());
    }

    static Behind day(LocalDate day) {
        return new Behind(day, day);
    }

    Behind outcome(String outcome) {
        return with("reponse", outcome);
    }

    Behind page(String page) {
        return with("page", page);
    }

    Behind feedback(String vote) {
        return with("avis", vote);
    }

    /** @param bin a tenth of confidence, 0 to 9 */
    Behind confidence(int bin) {
        return with("confiance-min", Integer.toString(bin * 10)).with("confiance-max", Integer.toString(bin * 10 + 10));
    }

    /** @param step of the time to answer, as {@link fr.gercor.faq.review.Insights#times} names it: its end, in milliseconds */
    Behind took(String step) {
        int end = Integer.parseInt(step);
        return with("duree", end == SLOW ? "1000-" : (end == 1 ? 0 : end == 1_000 ? 64 : end / 2) + "-" + end);
    }

    /** @param delay as {@link fr.gercor.faq.review.Insights#delays} names it: the hours that it ends with */
    Behind waited(String delay) {
        int place = DELAYS.indexOf(delay);
        return with("attente", place < 0 ? "48-" : (place == 0 ? "0" : DELAYS.get(place - 1)) + "-" + delay);
    }

    Behind hour(DayOfWeek day, int hour) {
        return with("heure", day.getValue() + "-" + hour);
    }

    private Behind with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/console/conversations");
        parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}

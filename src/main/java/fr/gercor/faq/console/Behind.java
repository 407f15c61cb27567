package fr.gercor.faq.console;

import fr.gercor.faq.review.Insights.Period;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of the conversations behind a figure, in the parameters of the list of conversations. */
final class Behind {

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

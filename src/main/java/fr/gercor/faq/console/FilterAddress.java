package fr.gercor.faq.console;

import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.review.Filter;
import fr.gercor.faq.review.Label;
import fr.gercor.faq.review.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A filter as it stands in addresses, so that a list can be kept and sent. What can't be read there filters nothing. */
final class FilterAddress {

    private static final int LONGEST_VALUE = 300;

    private FilterAddress() {}

    /** @param parameters of the address */
    static Filter read(Map<String, String> parameters) {
        Function<String, Optional<String>> value = name -> Optional.ofNullable(parameters.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_VALUE);
        return new Filter(
                value.apply("q").orElse(""),
                value.apply("du").flatMap(FilterAddress::day),
                value.apply("au").flatMap(FilterAddress::day),
                value.apply("reponse"),
                value.apply("page"),
                value.apply("intention"),
                value.apply("confiance-min").flatMap(FilterAddress::share),
                value.apply("confiance-max").flatMap(FilterAddress::share),
                value.apply("avis"),
                value.apply("langue"),
                value.apply("voix").flatMap(key -> constant(RuleBook.Kind.class, key)),
                value.apply("etiquette").flatMap(key -> constant(Label.class, key)),
                value.apply("relecteur"),
                value.apply("etat").flatMap(key -> constant(State.class, key)),
                value.apply("non-relus").isPresent());
    }

    /** The query of the filter's address, without a question mark; empty for everything. */
    static String write(Filter filter) {
        List<String> parts = new ArrayList<>();
        add(parts, "q", Optional.of(filter.words()));
        add(parts, "du", filter.from().map(LocalDate::toString));
        add(parts, "au", filter.to().map(LocalDate::toString));
        add(parts, "reponse", filter.outcome());
        add(parts, "page", filter.page());
        add(parts, "intention", filter.intent());
        add(parts, "confiance-min", filter.confidenceFrom().map(FilterAddress::hundredths));
        add(parts, "confiance-max", filter.confidenceTo().map(FilterAddress::hundredths));
        add(parts, "avis", filter.feedback());
        add(parts, "langue", filter.lang());
        add(parts, "voix", filter.voice().map(FilterAddress::key));
        add(parts, "etiquette", filter.label().map(FilterAddress::key));
        add(parts, "relecteur", filter.reviewer());
        add(parts, "etat", filter.state().map(FilterAddress::key));
        add(parts, "non-relus", filter.unreviewed() ? Optional.of("oui") : Optional.empty());
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, Optional<String> value) {
        value.filter(text -> !text.isEmpty())
                .ifPresent(text -> parts.add(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1 && day.getYear() < 10_000);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A share in hundredths. */
    private static Optional<Double> share(String text) {
        try {
            double hundredths = Double.parseDouble(text.replace(',', '.'));
            return hundredths >= 0 && hundredths <= 100 ? Optional.of(hundredths / 100) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static String hundredths(double share) {
        return String.valueOf(Math.round(share * 100));
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String key) {
        for (E each : type.getEnumConstants()) {
            if (key(each).equals(key)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}

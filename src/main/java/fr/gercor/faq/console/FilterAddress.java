package fr.gercor.faq.console;

import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.review.Filter;
import fr.gercor.faq.review.Filter.Hours;
import fr.gercor.faq.review.Filter.Micros;
import fr.gercor.faq.review.Filter.WeekHour;
import fr.gercor.faq.review.Label;
import fr.gercor.faq.review.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filter as it stands in addresses, so that a list can be kept and sent. What can't be read there filters nothing. */
final class FilterAddress {

    private static final int LONGEST_VALUE = 300;

    /**
     * What charts lead to and no field of the form asks for, as it stands in addresses.
     *
     * @param weekday the day of the hour, by its name
     */
    public record Beside(String micros, String hour, String weekday, String waited) {

        static Beside of(Filter filter) {
            return new Beside(
                    filter.micros().map(FilterAddress::written).orElse(""),
                    filter.hour().map(FilterAddress::written).orElse(""),
                    filter.hour()
                            .map(hour -> hour.day().getDisplayName(TextStyle.FULL, Locale.FRENCH))
                            .orElse(""),
                    filter.waited().map(FilterAddress::written).orElse(""));
        }
    }

    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})-(\\d{0,6})");

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
                value.apply("duree").flatMap(FilterAddress::micros),
                value.apply("heure").flatMap(FilterAddress::hour),
                value.apply("attente").flatMap(FilterAddress::hours),
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
        add(parts, "duree", filter.micros().map(FilterAddress::written));
        add(parts, "heure", filter.hour().map(FilterAddress::written));
        add(parts, "attente", filter.waited().map(FilterAddress::written));
        add(parts, "non-relus", filter.unreviewed() ? Optional.of("oui") : Optional.empty());
        return String.join("&", parts);
    }

    /** The same for the audit log, which is kept for ever: how many words were searched for, and not which. */
    static String audited(Filter filter) {
        String written = write(filter);
        return filter.words().isEmpty()
                ? written
                : written.replaceFirst(
                        "^q=[^&]*", "q=*" + filter.words().strip().split("\\s+").length);
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

    /** Milliseconds from and up to, with a hyphen between; the second may be missing. */
    private static Optional<Micros> micros(String text) {
        Matcher matcher = RANGE.matcher(text);
        return matcher.matches()
                ? Optional.of(new Micros(
                                1_000 * Long.parseLong(matcher.group(1)),
                                matcher.group(2).isEmpty()
                                        ? Long.MAX_VALUE
                                        : 1_000 * Long.parseLong(matcher.group(2)) - 1))
                        .filter(range -> range.most() >= range.least())
                : Optional.empty();
    }

    static String written(Micros range) {
        return range.least() / 1_000 + "-" + (range.most() == Long.MAX_VALUE ? "" : (range.most() + 1) / 1_000);
    }

    /** The day of the week, 1 for Monday, and the hour. */
    private static Optional<WeekHour> hour(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches() || matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(matcher.group(1));
        int hour = Integer.parseInt(matcher.group(2));
        return day >= 1 && day <= 7 && hour <= 23
                ? Optional.of(new WeekHour(DayOfWeek.of(day), hour))
                : Optional.empty();
    }

    static String written(WeekHour hour) {
        return hour.day().getValue() + "-" + hour.hour();
    }

    /** More than so many hours, and so many at most, with a hyphen between; the second may be missing. */
    private static Optional<Hours> hours(String text) {
        Matcher matcher = RANGE.matcher(text);
        return matcher.matches()
                ? Optional.of(new Hours(
                                Integer.parseInt(matcher.group(1)),
                                Optional.of(matcher.group(2))
                                        .filter(most -> !most.isEmpty())
                                        .map(Integer::valueOf)))
                        .filter(hours -> hours.most()
                                .filter(most -> most <= hours.more())
                                .isEmpty())
                : Optional.empty();
    }

    static String written(Hours hours) {
        return hours.more() + "-" + hours.most().map(String::valueOf).orElse("");
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

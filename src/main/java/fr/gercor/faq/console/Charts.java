package fr.gercor.faq.console;

import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.review.Insights;
import fr.gercor.faq.review.Insights.Cell;
import fr.gercor.faq.review.Insights.Named;
import fr.gercor.faq.review.Insights.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Draws what the log says as a whole. */
@Component
class Charts {

    private static final int WIDTH = 760;
    private static final int LEFT = 56;
    private static final int LABEL = 46;
    private static final int BAR = 26;
    private static final int NAMES = 300;
    private static final int MOST_BARS = 15;
    private static final int MOST_SQUARES = 40;
    private static final String ANSWER = "answer";
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.FRENCH);

    /** In the order in which they stand in a bar, from its foot. */
    private static final List<String> OUTCOMES = List.of(
            ANSWER,
            "clarification",
            "out_of_scope",
            "urgent",
            "escalation",
            "professional_answer",
            "small_talk",
            "unsupported_language");

    private final Insights insights;
    private final Engines engines;
    private final MessageSource messages;

    Charts(Insights insights, Engines engines, MessageSource messages) {
        this.insights = insights;
        this.engines = engines;
        this.messages = messages;
    }

    /** All charts of a period. */
    List<Chart> of(Period period) {
        List<Cell> cells = insights.cells(period);
        return List.of(
                volume(period, cells),
                topics(period, cells),
                hours(period, cells),
                calibration(period, cells),
                confusion(period),
                bars("refusals", insights.refusals(period), this::candidate, name -> Behind.period(period)
                        .outcome("out_of_scope")
                        .address()),
                bars("times", insights.times(period), name -> say("insight.time." + name), name -> Behind.period(period)
                        .took(name)
                        .address()),
                feedback(period, cells),
                bars("delays", insights.delays(period), name -> say("insight.delay." + name), name -> Behind.period(
                                period)
                        .waited(name)
                        .address()));
    }

    private Chart volume(Period period, List<Cell> cells) {
        Map<LocalDate, Map<String, Long>> days = new TreeMap<>();
        period.from().datesUntil(period.to().plusDays(1)).forEach(day -> days.put(day, new TreeMap<>()));
        cells.forEach(cell -> days.computeIfAbsent(cell.day(), any -> new TreeMap<>())
                .merge(cell.outcome(), cell.count(), Long::sum));
        List<String> shown = OUTCOMES.stream()
                .filter(outcome ->
                        cells.stream().anyMatch(cell -> cell.outcome().equals(outcome)))
                .toList();
        long most =
                Math.max(1, days.values().stream().mapToLong(Charts::sum).max().orElse(1));
        int height = 220;
        Svg svg = svg("volume", WIDTH, height + 60);
        legend(svg, shown);
        svg.line(LEFT, height + 24, WIDTH, height + 24, "axis");
        svg.text(LEFT - 6, 36, "end", Long.toString(most)).text(LEFT - 6, height + 24, "end", "0");
        double step = (WIDTH - LEFT) / (double) days.size();
        List<Chart.Row> rows = new ArrayList<>();
        int index = 0;
        for (Map.Entry<LocalDate, Map<String, Long>> day : days.entrySet()) {
            double x = LEFT + index * step;
            double y = height + 24;
            for (String outcome : shown) {
                long count = day.getValue().getOrDefault(outcome, 0L);
                double high = (height - 4) * (double) count / most;
                y -= high;
                if (count > 0) {
                    svg.mark(
                            x + 1,
                            y,
                            step - 2,
                            high,
                            "c" + OUTCOMES.indexOf(outcome),
                            SHORT_DAY.format(day.getKey()) + " · " + outcome(outcome) + " : " + count,
                            Behind.day(day.getKey()).outcome(outcome).address());
                }
            }
            if (index % Math.max(1, days.size() / 8) == 0 && x < WIDTH - LABEL) {
                svg.text(x, height + 44, "start", SHORT_DAY.format(day.getKey()));
            }
            rows.add(new Chart.Row(
                    SHORT_DAY.format(day.getKey()),
                    Behind.day(day.getKey()).address(),
                    shown.stream()
                            .map(outcome -> Long.toString(day.getValue().getOrDefault(outcome, 0L)))
                            .toList()));
            index++;
        }
        List<String> headings = new ArrayList<>(List.of(say("insight.day")));
        shown.forEach(outcome -> headings.add(outcome(outcome)));
        return new Chart("volume", cells.isEmpty() ? "" : svg.end(), headings, rows);
    }

    private void legend(Svg svg, List<String> outcomes) {
        double x = LEFT;
        for (String outcome : outcomes) {
            svg.mark(x, 2, 12, 12, "c" + OUTCOMES.indexOf(outcome), outcome(outcome), "");
            svg.text(x + 17, 13, "start", outcome(outcome));
            x += 30 + 7.2 * outcome(outcome).length();
        }
    }

    private Chart topics(Period period, List<Cell> cells) {
        List<Named> pages = Insights.pages(cells).stream().limit(MOST_SQUARES).toList();
        int height = 360;
        Svg svg = svg("topics", WIDTH, height);
        List<String> folders =
                pages.stream().map(page -> folder(page.name())).distinct().toList();
        List<Squares.Place> places =
                Squares.lay(pages.stream().map(page -> (double) page.count()).toList(), WIDTH, height);
        for (int i = 0; i < places.size(); i++) {
            Squares.Place place = places.get(i);
            String title = title(pages.get(i).name());
            svg.mark(
                    place.x() + 1,
                    place.y() + 1,
                    place.width() - 2,
                    place.height() - 2,
                    "square f" + folders.indexOf(folder(pages.get(i).name())) % 5,
                    title + " : " + pages.get(i).count(),
                    Behind.period(period).page(pages.get(i).name()).address());
            int letters = (int) ((place.width() - 12) / 7.5);
            if (letters >= 5 && place.height() >= 24) {
                svg.text(place.x() + 7, place.y() + 19, "start on", cut(title, letters));
            }
        }
        List<Chart.Row> rows = pages.stream()
                .map(page -> new Chart.Row(
                        title(page.name()),
                        Behind.period(period).page(page.name()).address(),
                        List.of(page.name(), Long.toString(page.count()))))
                .toList();
        return new Chart(
                "topics",
                pages.isEmpty() ? "" : svg.end(),
                List.of(say("insight.topic"), say("insight.page"), say("insight.answers")),
                rows);
    }

    private Chart hours(Period period, List<Cell> cells) {
        long[][] counts = new long[7][24];
        cells.forEach(cell -> counts[cell.day().getDayOfWeek().getValue() - 1][cell.hour()] += cell.count());
        long most = 1;
        for (long[] day : counts) {
            for (long count : day) {
                most = Math.max(most, count);
            }
        }
        double step = (WIDTH - 90) / 24.0;
        Svg svg = svg("hours", WIDTH, 7 * BAR + 30);
        List<Chart.Row> rows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
            int top = (day.getValue() - 1) * BAR + 4;
            svg.text(82, top + 17, "end", name);
            List<String> figures = new ArrayList<>();
            for (int hour = 0; hour < 24; hour++) {
                long count = counts[day.getValue() - 1][hour];
                figures.add(Long.toString(count));
                svg.shade(
                        90 + hour * step,
                        top,
                        step - 2,
                        BAR - 2.0,
                        (double) count / most,
                        name + ", " + hour + " h : " + count,
                        count == 0 ? "" : Behind.period(period).hour(day, hour).address());
            }
            rows.add(new Chart.Row(name, "", figures));
        }
        for (int hour = 0; hour < 24; hour += 3) {
            svg.text(90 + hour * step, 7 * BAR + 22, "start", hour + " h");
        }
        List<String> headings = new ArrayList<>(List.of(say("insight.weekday")));
        for (int hour = 0; hour < 24; hour++) {
            headings.add(hour + " h");
        }
        return new Chart("hours", cells.isEmpty() ? "" : svg.end(), headings, rows);
    }

    /** Beside each tenth of confidence, the share that patients found helpful and that reviewers found right. */
    private Chart calibration(Period period, List<Cell> cells) {
        long[] up = new long[10];
        long[] down = new long[10];
        long[] asked = new long[10];
        cells.stream().filter(cell -> cell.outcome().equals(ANSWER)).forEach(cell -> {
            up[cell.bin()] += cell.up();
            down[cell.bin()] += cell.down();
            asked[cell.bin()] += cell.count();
        });
        Map<Integer, Insights.Judged> judged =
                insights.judged(period).stream().collect(Collectors.toMap(Insights.Judged::bin, Function.identity()));
        int height = 200;
        Svg svg = svg("calibration", WIDTH, height + 40);
        double step = (WIDTH - LEFT) / 10.0;
        svg.line(LEFT, height + 8, WIDTH, height + 8, "axis").line(LEFT, height + 8, WIDTH, 8, "axis dashed");
        svg.text(LEFT - 6, 16, "end", "100 %").text(LEFT - 6, height + 8, "end", "0");
        List<Chart.Row> rows = new ArrayList<>();
        for (int bin = 0; bin < 10; bin++) {
            String range = bin * 10 + "–" + (bin + 1) * 10 + " %";
            String address =
                    Behind.period(period).outcome(ANSWER).confidence(bin).address();
            Insights.Judged found = judged.getOrDefault(bin, new Insights.Judged(bin, 0, 0));
            column(
                    svg,
                    LEFT + bin * step + 6,
                    height,
                    step / 2 - 8,
                    up[bin],
                    up[bin] + down[bin],
                    "c0",
                    range,
                    address);
            column(
                    svg,
                    LEFT + bin * step + step / 2,
                    height,
                    step / 2 - 8,
                    found.right(),
                    found.judged(),
                    "c3",
                    range,
                    address);
            svg.text(LEFT + bin * step + 6, height + 28, "start", range);
            rows.add(new Chart.Row(
                    range,
                    address,
                    List.of(
                            Long.toString(asked[bin]),
                            Long.toString(up[bin]),
                            Long.toString(down[bin]),
                            Long.toString(found.right()),
                            Long.toString(found.judged()))));
        }
        return new Chart(
                "calibration",
                cells.isEmpty() ? "" : svg.end(),
                List.of(
                        say("insight.confidence"),
                        say("insight.answers"),
                        say("insight.up"),
                        say("insight.down"),
                        say("insight.right"),
                        say("insight.judged")),
                rows);
    }

    private static void column(
            Svg svg,
            double x,
            int height,
            double width,
            long part,
            long of,
            String style,
            String range,
            String address) {
        if (of > 0) {
            double high = (double) height * part / of;
            String said = range + " : " + part + " / " + of;
            svg.mark(x, height + 8 - Math.max(2, high), width, Math.max(2, high), style, said, address);
        }
    }

    private Chart confusion(Period period) {
        List<Insights.Confusion> confusions = insights.confusions(period);
        Map<String, String> quoted = new TreeMap<>();
        List<Named> named = new ArrayList<>();
        for (Insights.Confusion each : confusions) {
            String name = title(each.quoted()) + " → " + title(each.right());
            quoted.put(name, each.quoted());
            named.add(new Named(name, each.count()));
        }
        return bars("confusion", named, name -> name, name -> Behind.period(period)
                .page(quoted.getOrDefault(name, ""))
                .address());
    }

    private Chart feedback(Period period, List<Cell> cells) {
        Map<String, long[]> votes = new TreeMap<>();
        cells.stream()
                .filter(cell -> !cell.page().isEmpty() && cell.up() + cell.down() > 0)
                .forEach(cell -> {
                    long[] both = votes.computeIfAbsent(cell.page(), any -> new long[2]);
                    both[0] += cell.up();
                    both[1] += cell.down();
                });
        List<Map.Entry<String, long[]>> sorted = votes.entrySet().stream()
                .sorted(java.util.Comparator.comparingLong(each -> -each.getValue()[0] - each.getValue()[1]))
                .limit(MOST_BARS)
                .toList();
        long most = sorted.stream()
                .mapToLong(each -> each.getValue()[0] + each.getValue()[1])
                .max()
                .orElse(1);
        Svg svg = svg("feedback", WIDTH, sorted.size() * BAR + 8);
        List<Chart.Row> rows = new ArrayList<>();
        double scale = (WIDTH - NAMES - 60) / (double) Math.max(1, most);
        for (int i = 0; i < sorted.size(); i++) {
            String page = sorted.get(i).getKey();
            long up = sorted.get(i).getValue()[0];
            long down = sorted.get(i).getValue()[1];
            int top = i * BAR + 4;
            String ups = say("insight.up") + " : " + up;
            String downs = say("insight.down") + " : " + down;
            svg.text(NAMES - 8, top + 16, "end", cut(title(page), 38));
            svg.mark(
                    NAMES,
                    top,
                    up * scale,
                    BAR - 5.0,
                    "c0",
                    ups,
                    Behind.period(period).page(page).feedback("up").address());
            svg.mark(
                    NAMES + up * scale,
                    top,
                    down * scale,
                    BAR - 5.0,
                    "c3",
                    downs,
                    Behind.period(period).page(page).feedback("down").address());
            svg.text(NAMES + (up + down) * scale + 6, top + 16, "start", up + " / " + (up + down));
            rows.add(new Chart.Row(
                    title(page),
                    Behind.period(period).page(page).feedback("down").address(),
                    List.of(Long.toString(up), Long.toString(down))));
        }
        return new Chart(
                "feedback",
                sorted.isEmpty() ? "" : svg.end(),
                List.of(say("insight.page"), say("insight.up"), say("insight.down")),
                rows);
    }

    private Chart bars(
            String id, List<Named> values, Function<String, String> naming, Function<String, String> address) {
        List<Named> shown = values.stream().limit(MOST_BARS).toList();
        long most = Math.max(1, shown.stream().mapToLong(Named::count).max().orElse(1));
        Svg svg = svg(id, WIDTH, shown.size() * BAR + 8);
        List<Chart.Row> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Named value = shown.get(i);
            String name = naming.apply(value.name());
            double wide = (WIDTH - NAMES - 60) * (double) value.count() / most;
            svg.text(NAMES - 8, i * BAR + 20, "end", cut(name, 38));
            svg.mark(
                    NAMES,
                    i * BAR + 4.0,
                    wide,
                    BAR - 5.0,
                    "c0",
                    name + " : " + value.count(),
                    address.apply(value.name()));
            svg.text(NAMES + wide + 6, i * BAR + 20, "start", Long.toString(value.count()));
            rows.add(new Chart.Row(name, address.apply(value.name()), List.of(Long.toString(value.count()))));
        }
        return new Chart(
                id,
                shown.isEmpty() ? "" : svg.end(),
                List.of(say("insight." + id + ".name"), say("insight.count")),
                rows);
    }

    private Svg svg(String id, int width, int height) {
        return new Svg(id, width, height, say("insight." + id), say("insight." + id + ".desc"));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    /** A page by its title, a subject by its name. */
    private String candidate(String name) {
        return name.contains("/") ? title(name) : name.substring(name.lastIndexOf('.') + 1);
    }

    private String title(String page) {
        return engines.current().content().page(page).map(Page::title).orElse(page);
    }

    private static String folder(String page) {
        return page.substring(0, Math.max(0, page.lastIndexOf('/')));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "…";
    }

    private String outcome(String outcome) {
        return say("insight.outcome." + outcome);
    }

    private String say(String key) {
        try {
            return messages.getMessage("console." + key, null, Locale.FRENCH);
        } catch (NoSuchMessageException e) {
            return key.substring(key.lastIndexOf('.') + 1);
        }
    }
}

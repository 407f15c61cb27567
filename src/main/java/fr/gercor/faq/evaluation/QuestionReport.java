package fr.gercor.faq.evaluation;

import fr.gercor.faq.answer.Reply.Outcome;
import fr.gercor.faq.evaluation.QuestionEvaluation.Result;
import fr.gercor.faq.evaluation.QuestionEvaluation.Results;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Prints the figures of a {@link QuestionEvaluation}, each with its count. */
final class QuestionReport {

    private static final int WORST = 20;
    private static final int TENTHS = 10;

    private final PrintStream out;

    QuestionReport(PrintStream out) {
        this.out = out;
    }

    void print(Results all) {
        List<Result> results = all.results();
        out.printf("%d questions%n%n", results.size());
        groups("kind", results, result -> result.row().kind());
        groups("voice", results, result -> result.row().style());
        List<Result> open = results.stream()
                .filter(result -> result.row().judgedAs().equals("public"))
                .toList();
        share("right page first", open, result -> result.verdict().right());
        share("among the first three or the choices", open, result -> result.verdict()
                .near());
        share("falsely refused", open, result -> result.verdict().refused());
        List<Result> calm = results.stream()
                .filter(result -> !result.row().judgedAs().equals("urgent"))
                .toList();
        share("falsely alarmed, of all rows that are not urgent", calm, result -> result.verdict()
                .alarmed());
        share("professional content leaked", results, result -> result.verdict().leaked());
        calibration(open);
        confusions(open);
        worst(results);
        times(results, all.coldMicros());
    }

    private void groups(String name, List<Result> results, Function<Result, String> key) {
        Map<String, List<Result>> groups =
                results.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        out.printf("%-14s %6s %8s %8s %9s %9s%n", name, "count", "right", "near", "refused", "alarmed");
        groups.forEach((group, rows) -> out.printf(
                Locale.ROOT,
                "%-14s %6d %8s %8s %9d %9d%n",
                group,
                rows.size(),
                percent(rows, result -> result.verdict().right()),
                percent(rows, result -> result.verdict().near()),
                rows.stream().filter(result -> result.verdict().refused()).count(),
                rows.stream().filter(result -> result.verdict().alarmed()).count()));
        out.println();
    }

    private void share(String name, List<Result> rows, Predicate<Result> counted) {
        out.printf(
                "%s: %d of %d (%s)%n",
                name, rows.stream().filter(counted).count(), rows.size(), percent(rows, counted));
    }

    private static String percent(List<Result> rows, Predicate<Result> counted) {
        return rows.isEmpty()
                ? "-"
                : "%.1f %%".formatted(100.0 * rows.stream().filter(counted).count() / rows.size());
    }

    private void calibration(List<Result> rows) {
        out.printf("%nreliability: of the answers given at a confidence, the share that is right%n");
        double error = 0;
        long answers = 0;
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int place = tenth;
            List<Result> bin = rows.stream()
                    .filter(result -> result.answered().reply().outcome() == Outcome.ANSWER)
                    .filter(result -> Math.min(
                                    TENTHS - 1, (int) (result.answered().reply().confidence() * TENTHS))
                            == place)
                    .toList();
            if (!bin.isEmpty()) {
                double mean = bin.stream()
                        .mapToDouble(result -> result.answered().reply().confidence())
                        .average()
                        .orElse(0);
                double right = (double) bin.stream()
                                .filter(result -> result.verdict().right())
                                .count()
                        / bin.size();
                error += Math.abs(mean - right) * bin.size();
                answers += bin.size();
                out.printf(
                        Locale.ROOT,
                        "  %.1f to %.1f: %4d answers, mean confidence %.2f, right %.2f%n",
                        tenth / 10.0,
                        (tenth + 1) / 10.0,
                        bin.size(),
                        mean,
                        right);
            }
        }
        out.printf(Locale.ROOT, "  expected calibration error %.3f%n", answers == 0 ? 0 : error / answers);
    }

    private void confusions(List<Result> rows) {
        Map<String, Long> pairs = rows.stream()
                .filter(result -> !result.verdict().right())
                .collect(Collectors.groupingBy(
                        result -> String.join("|", result.row().expect()) + " -> " + given(result),
                        TreeMap::new,
                        Collectors.counting()));
        out.printf("%nconfusions%n");
        pairs.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(WORST)
                .forEach(pair -> out.printf("  %d  %s%n", pair.getValue(), pair.getKey()));
    }

    private static String given(Result result) {
        return result.answered().reply().passages().stream()
                .findFirst()
                .map(passage -> passage.page())
                .orElse(result.answered().reply().outcome().name().toLowerCase(Locale.ROOT));
    }

    private void worst(List<Result> results) {
        List<Result> wrong = new ArrayList<>(
                results.stream().filter(result -> !result.verdict().right()).toList());
        wrong.sort(Comparator.comparingDouble(
                        (Result result) -> result.answered().reply().confidence())
                .reversed());
        out.printf("%nthe worst %d of %d wrong, most confident first%n", Math.min(WORST, wrong.size()), wrong.size());
        wrong.stream()
                .limit(WORST)
                .forEach(result -> out.printf(
                        Locale.ROOT,
                        "  %s %.2f expected %s, given %s%n",
                        result.row().id(),
                        result.answered().reply().confidence(),
                        String.join("|", result.row().expect()),
                        given(result)));
    }

    private void times(List<Result> results, long cold) {
        long[] micros = results.stream().mapToLong(Result::micros).sorted().toArray();
        out.printf(
                Locale.ROOT,
                "%na reply inside the engine: median %.2f ms, 99th percentile %.2f ms, longest %.2f ms; the first, cold: %.1f ms%n",
                micros[micros.length / 2] / 1000.0,
                micros[Math.min(micros.length - 1, (int) Math.ceil(micros.length * 0.99) - 1)] / 1000.0,
                micros[micros.length - 1] / 1000.0,
                cold / 1000.0);
    }
}

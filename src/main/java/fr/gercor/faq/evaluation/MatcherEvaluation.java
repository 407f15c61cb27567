package fr.gercor.faq.evaluation;

import fr.gercor.faq.intent.Example;
import fr.gercor.faq.intent.IntentMatcher;
import fr.gercor.faq.intent.IntentMatcher.Match;
import fr.gercor.faq.intent.PeakHeap;
import fr.gercor.faq.intent.TrainingSettings;
import fr.gercor.faq.question.QuestionAnalyser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Trains the intent matcher on labelled lines, chooses the threshold of refusal on others, and tests it on yet others. */
final class MatcherEvaluation {

    /** The label of lines that belong to no intent. */
    static final String OUT_OF_SCOPE = "__oos__";

    /** The service's own, with more of OpenNLP's iterations: nobody waits for an evaluation to start. */
    private static final TrainingSettings SETTINGS = new TrainingSettings(25, 2, 8, 2, 0.03f);

    /** What refusing may cost of the questions that have an answer, in points. */
    private static final double ACCEPTED_LOSS = 1.0;

    private final PrintStream out;
    private final String language;

    MatcherEvaluation(PrintStream out, String language) {
        this.out = out;
        this.language = language;
    }

    private record Predicted(String expected, Match match) {
        boolean isRight() {
            return match.label().equals(expected);
        }

        boolean isInScope() {
            return !expected.equals(OUT_OF_SCOPE);
        }
    }

    void run(Path train, Optional<Path> valid, Path test, Optional<Path> replies) {
        List<List<String>> lines = LabelledLines.rows(train, 2);
        QuestionAnalyser analyser = QuestionAnalyser.ofTexts(
                language, lines.stream().map(row -> row.get(1)).toList());
        List<Example> examples = lines.stream()
                .filter(row -> !row.get(0).equals(OUT_OF_SCOPE))
                .map(row -> new Example(analyser.read(row.get(1)), row.get(0), row.get(0)))
                .toList();
        List<Example> outOfScope = lines.stream()
                .filter(row -> row.get(0).equals(OUT_OF_SCOPE))
                .map(row -> new Example(analyser.read(row.get(1)), OUT_OF_SCOPE, OUT_OF_SCOPE))
                .toList();
        long start = System.nanoTime();
        IntentMatcher matcher = IntentMatcher.train(examples, outOfScope, SETTINGS);
        out.printf(
                Locale.ROOT,
                "%d lines, %d of them out of scope; %s; trained in %.1f s, peak heap %d MB%n",
                lines.size(),
                outOfScope.size(),
                matcher.size(),
                (System.nanoTime() - start) / 1e9,
                PeakHeap.megabytes());
        double threshold =
                valid.map(path -> threshold(predict(matcher, analyser, path))).orElse(IntentMatcher.DEFAULT_THRESHOLD);
        out.printf(
                Locale.ROOT,
                "refused below %.4f, chosen %s%n",
                threshold,
                valid.isPresent()
                        ? "on the lines of --valid at the cost of %.2f points in scope".formatted(ACCEPTED_LOSS)
                        : "beforehand");
        List<Predicted> predictions = predict(matcher, analyser, test);
        print(predictions, threshold);
        replies.ifPresent(path -> write(path, predictions, threshold));
        time(matcher, analyser, test);
    }

    private static List<Predicted> predict(IntentMatcher matcher, QuestionAnalyser analyser, Path file) {
        return LabelledLines.rows(file, 2).parallelStream()
                .map(row -> new Predicted(row.get(0), matcher.match(analyser.read(row.get(1)))))
                .toList();
    }

    /** The highest of the confidences seen that, as threshold, costs no more than {@value #ACCEPTED_LOSS} points of in-scope accuracy. */
    private static double threshold(List<Predicted> predictions) {
        double least = accuracy(predictions, 0) - ACCEPTED_LOSS;
        double threshold = 0;
        for (double candidate : predictions.stream()
                .mapToDouble(each -> each.match().confidence())
                .sorted()
                .toArray()) {
            if (accuracy(predictions, candidate) < least) {
                return threshold;
            }
            threshold = candidate;
        }
        return threshold;
    }

    private static double accuracy(List<Predicted> predictions, double threshold) {
        List<Predicted> inScope =
                predictions.stream().filter(Predicted::isInScope).toList();
        return share(
                inScope.stream()
                        .filter(each -> each.isRight() && each.match().confidence() >= threshold)
                        .count(),
                inScope.size());
    }

    private static double recall(List<Predicted> predictions, double threshold) {
        List<Predicted> outside =
                predictions.stream().filter(each -> !each.isInScope()).toList();
        return share(
                outside.stream()
                        .filter(each -> each.match().confidence() < threshold)
                        .count(),
                outside.size());
    }

    private static double share(long count, int of) {
        return of == 0 ? 0 : 100.0 * count / of;
    }

    private void print(List<Predicted> predictions, double threshold) {
        List<Predicted> inScope =
                predictions.stream().filter(Predicted::isInScope).toList();
        long refused = inScope.stream()
                .filter(each -> each.match().confidence() < threshold)
                .count();
        out.printf(Locale.ROOT, "in scope, nothing refused: %.2f %% of %d%n", accuracy(predictions, 0), inScope.size());
        out.printf(Locale.ROOT, "in scope, with refusal: %.2f %%%n", accuracy(predictions, threshold));
        out.printf(
                Locale.ROOT,
                "out of scope refused: %.2f %% of %d%n",
                recall(predictions, threshold),
                predictions.size() - inScope.size());
        out.printf(Locale.ROOT, "falsely refused: %.2f %% (%d)%n", share(refused, inScope.size()), refused);
    }

    private static void write(Path file, List<Predicted> predictions, double threshold) {
        JsonMapper json = JsonMapper.builder().build();
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (Predicted each : predictions) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("expected", each.expected());
                line.put(
                        "predicted",
                        each.match().confidence() < threshold
                                ? OUT_OF_SCOPE
                                : each.match().label());
                line.put("confidence", each.match().confidence());
                writer.write(json.writeValueAsString(line));
                writer.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The replies can't be written to " + file, e);
        }
    }

    private void time(IntentMatcher matcher, QuestionAnalyser analyser, Path test) {
        List<Long> micros = new ArrayList<>();
        for (List<String> row : LabelledLines.rows(test, 2)) {
            long start = System.nanoTime();
            matcher.match(analyser.read(row.get(1)));
            micros.add((System.nanoTime() - start) / 1_000);
        }
        micros.sort(Long::compare);
        out.printf(
                Locale.ROOT,
                "a question: median %.2f ms, 99th percentile %.2f ms%n",
                micros.get(micros.size() / 2) / 1000.0,
                micros.get((int) (micros.size() * 0.99)) / 1000.0);
    }
}

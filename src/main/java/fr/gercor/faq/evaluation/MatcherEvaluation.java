package fr.gercor.faq.evaluation;

import fr.gercor.faq.intent.Example;
import fr.gercor.faq.intent.IntentModel;
import fr.gercor.faq.intent.TrainingSettings;
import fr.gercor.faq.question.QuestionAnalyser;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains the intent matcher on labelled lines, and tests it on others. */
final class MatcherEvaluation {

    /** The label of lines that belong to no intent. */
    static final String OUT_OF_SCOPE = "__oos__";

    private final PrintStream out;
    private final String language;

    MatcherEvaluation(PrintStream out, String language) {
        this.out = out;
        this.language = language;
    }

    void run(Path train, Optional<Path> valid, Path test, Optional<Path> replies) {
        List<List<String>> lines = LabelledLines.rows(train, 2);
        QuestionAnalyser analyser = QuestionAnalyser.ofTexts(
                language, lines.stream().map(row -> row.get(1)).toList());
        List<Example> examples = lines.stream()
                .map(row -> new Example(analyser.analyse(row.get(1)), row.get(0), row.get(0)))
                .toList();
        long start = System.nanoTime();
        IntentModel model = IntentModel.lexical(examples)
                .trained(new TrainingSettings(
                        Integer.getInteger("it", 25),
                        Integer.getInteger("cut", 3),
                        Integer.getInteger("ep", 12),
                        Integer.getInteger("scut", 1),
                        Integer.getInteger("dec", 20) / 1000f));
        out.printf("%s, trained in %.1f s%n", model.size(), (System.nanoTime() - start) / 1e9);
        List<List<String>> tests = LabelledLines.rows(test, 2).stream()
                .filter(r -> !r.get(0).equals(OUT_OF_SCOPE))
                .toList();
        long right = tests.stream()
                .filter(row ->
                        model.signals(analyser.analyse(row.get(1)), java.util.Set.of()).byLabel().entrySet().stream()
                                .max(java.util.Comparator.comparingDouble(
                                        e -> e.getValue().softmax()))
                                .filter(e -> e.getKey().equals(row.get(0)))
                                .isPresent())
                .count();
        out.printf("right: %d of %d%n", right, tests.size());
    }
}

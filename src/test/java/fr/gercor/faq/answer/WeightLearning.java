package fr.gercor.faq.answer;

import fr.gercor.faq.answer.Ranking.Candidate;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.evaluation.Expectations;
import fr.gercor.faq.evaluation.QuestionRow;
import fr.gercor.faq.intent.ConditionalLogit;
import fr.gercor.faq.intent.ConditionalLogit.Choice;
import fr.gercor.faq.intent.LogisticRegression;
import fr.gercor.faq.intent.LogisticRegression.Observation;
import fr.gercor.faq.testsupport.WholeContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns {@link MeasuredWeights} on the relevance table: questions that were written apart from the utterances, as patients' are.
 * Weights learned on utterances held out, as they were before, trust likeness too much, for an author's utterances are alike.
 *
 * <p>Its main method is run in the folder of the repository, with the class path of the tests; it prints the weights in seconds once
 * the engine is trained.
 */
public final class WeightLearning {

    /**
     * Questions that nothing answers count for this share of all where scope is calibrated. In the logs of such services one
     * message in five to one in three is out of scope.
     */
    private static final double UNANSWERABLE_SHARE = 0.25;

    /** A row may accept several pages; the one that the weights so far put first is taken for right, until nothing changes. */
    private static final int ROUNDS = 4;

    /** Asks for an account, and for no protocol. */
    private static final String ACCESS = "pro/acces";

    private final Understanding understanding;

    /** What speaks for the candidates of a row, and which of them are right. */
    private record Seen(QuestionRow row, Understanding.Evidence evidence) {

        boolean isRight(String label) {
            return switch (row.kind()) {
                case "oos" -> label.startsWith(Understanding.OUT_OF_SCOPE);
                case "smalltalk" -> label.startsWith(Understanding.SMALL_TALK);
                case "pro" -> row.expect().stream().anyMatch(key -> isNamed(label, key));
                default ->
                    row.expect().stream()
                            .anyMatch(page -> page.endsWith("/") ? label.startsWith(page) : label.equals(page));
            };
        }

        /** Protocols are expected by the ids of their pages, or by {@code pro/} and the last part of it. */
        private static boolean isNamed(String page, String key) {
            return page.endsWith(key.substring(key.lastIndexOf('/')));
        }

        boolean isAnswerable() {
            return Set.of("public", "pro").contains(row.kind());
        }

        /** The right candidate that the weights put before the other right ones. */
        Optional<Choice> choice(ConditionalLogit weights) {
            double[][] signals = evidence.labelSignals();
            return java.util.stream.IntStream.range(0, signals.length)
                    .filter(i -> isRight(evidence.labels().get(i)))
                    .boxed()
                    .max(Comparator.comparingDouble(i -> weights.score(signals[i])))
                    .map(right -> new Choice(signals, right));
        }

        List<Candidate> candidates(ConditionalLogit weights) {
            double[] probabilities = weights.probabilities(evidence.labelSignals());
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < probabilities.length; i++) {
                candidates.add(new Candidate(evidence.labels().get(i), probabilities[i]));
            }
            candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
            return candidates;
        }
    }

    private WeightLearning(Engine engine) {
        this.understanding = engine.understanding(Audience.PUBLIC);
    }

    /** Prints the weights that a question file gives; without one, those of the relevance table. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "src/test/resources/relevance/questions.tsv");
        new WeightLearning(WholeContent.trained()).run(Expectations.read(file).rows());
    }

    private void run(List<QuestionRow> rows) {
        List<Seen> seen = rows.stream()
                .filter(row -> Set.of("public", "pro", "oos", "smalltalk").contains(row.kind()))
                .filter(row -> !row.expect().contains(ACCESS))
                .map(row -> new Seen(row, evidence(row)))
                .filter(each -> !each.evidence().labels().isEmpty())
                .toList();
        ConditionalLogit labels = new ConditionalLogit(ones());
        for (int round = 0; round < ROUNDS; round++) {
            ConditionalLogit before = labels;
            List<Choice> choices =
                    seen.stream().flatMap(each -> each.choice(before).stream()).toList();
            labels = ConditionalLogit.learn(choices, Understanding.LABEL_SIGNALS);
        }
        print("labels", labels.weights());
        print("confidence", LogisticRegression.learn(confidence(seen, labels)));
        LogisticRegression scope = LogisticRegression.learn(scope(seen, labels));
        print("scope", scope);
        printScopes(seen, labels, scope);
    }

    private Understanding.Evidence evidence(QuestionRow row) {
        return understanding.gather(
                Focus.on(understanding.analyser().analyse(row.turns().getLast())), Set.of());
    }

    private static double[] ones() {
        double[] ones = new double[Understanding.LABEL_SIGNALS];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Of the questions that have an answer and are led to a page: whether they have one is for the scope to tell. */
    private List<Observation> confidence(List<Seen> seen, ConditionalLogit labels) {
        List<Observation> observations = new ArrayList<>();
        for (Seen each : seen) {
            List<Candidate> candidates = each.candidates(labels);
            if (each.isAnswerable() && !candidates.getFirst().isTopic()) {
                double[] signals = understanding.confidenceSignals(each.evidence(), candidates);
                observations.add(new Observation(
                        signals, each.isRight(candidates.getFirst().label()), 1));
            }
        }
        return observations;
    }

    private List<Observation> scope(List<Seen> seen, ConditionalLogit labels) {
        List<Observation> answerable = new ArrayList<>();
        List<Observation> unanswerable = new ArrayList<>();
        for (Seen each : seen) {
            boolean outside = each.row().kind().equals("oos");
            double[] signals = understanding.scopeSignals(each.evidence(), each.candidates(labels));
            (outside ? unanswerable : answerable).add(new Observation(signals, !outside, 1));
        }
        return inProportion(answerable, unanswerable);
    }

    private static List<Observation> inProportion(List<Observation> answerable, List<Observation> unanswerable) {
        double weight = UNANSWERABLE_SHARE / (1 - UNANSWERABLE_SHARE) * answerable.size() / unanswerable.size();
        List<Observation> all = new ArrayList<>(answerable);
        unanswerable.forEach(each -> all.add(new Observation(each.signals(), each.yes(), weight)));
        return all;
    }

    /** How the scopes of questions with and without an answer lie, for the threshold of refusal. */
    private void printScopes(List<Seen> seen, ConditionalLogit labels, LogisticRegression scope) {
        for (boolean outside : new boolean[] {false, true}) {
            double[] scopes = seen.stream()
                    .filter(each -> each.row().kind().equals("oos") == outside)
                    .filter(each -> each.isAnswerable() || outside)
                    .mapToDouble(each ->
                            scope.probability(understanding.scopeSignals(each.evidence(), each.candidates(labels))))
                    .sorted()
                    .toArray();
            int most = Math.min(8, scopes.length);
            print(
                    outside ? "highest out of scope" : "lowest in scope",
                    Arrays.copyOfRange(scopes, outside ? scopes.length - most : 0, outside ? scopes.length : most));
        }
    }

    private static void print(String name, LogisticRegression regression) {
        List<double[]> parts = regression.parts();
        print(name + ", means", parts.get(0));
        print(name + ", deviations", parts.get(1));
        print(name + ", weights", parts.get(2));
    }

    private static void print(String name, double[] values) {
        System.out.println(name + ": "
                + Arrays.stream(values)
                        .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                        .collect(Collectors.joining(", ")));
    }
}

package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.intent.ConditionalLogit;
import fr.gercor.faq.intent.ConditionalLogit.Choice;
import fr.gercor.faq.intent.WordVectors;
import fr.gercor.faq.question.NearWords;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.source.SourceFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns {@link FaqWeights} on samples of our own catalogue, and prints what each part of {@link FaqSignals} gives. Vectors are
 * learned on the pages of treatments and cancers, samples are drawn from the other public pages, and what is learned on one half of
 * these is measured on the other: so every figure is of a FAQ that nothing was trained on.
 *
 * <p>Its main method is run in the folder of the repository, with the class path of the tests; it takes one to two minutes.
 */
public final class FaqWeightLearning {

    private static final List<String> LEARNED = List.of("grand-public/traitements/", "grand-public/types-de-cancer/");

    private static final int SAMPLES_OF_A_HALF = 15;

    private final Content content = new ContentReader().read(SourceFolder.read(Path.of("content")));
    private final Catalogue catalogue = new CatalogueReader().read(SourceFolder.read(Path.of("intents")));
    private final Content learned = content.only(page -> LEARNED.stream().anyMatch(page.id()::startsWith));
    private final QuestionAnalyser reader = FaqRanker.analyser(List.of(), learned);

    private FaqWeightLearning() {}

    /** Prints the figures and the weights. */
    public static void main(String[] arguments) {
        new FaqWeightLearning().run();
    }

    /** The signals of each query, as it was written and with two typing errors. */
    private record Asked(List<Choice> clean, List<Choice> mistyped) {
        List<Choice> all() {
            List<Choice> all = new ArrayList<>(clean);
            all.addAll(mistyped);
            return all;
        }
    }

    private void run() {
        WordVectors vectors = FaqRanker.vectors(learned, catalogue, reader);
        Asked first = ask(0, vectors);
        Asked second = ask(1, vectors);
        Map<String, int[]> parts = new LinkedHashMap<>();
        parts.put("stems of question and answer", new int[] {0, 1});
        parts.put("and the best sentence", new int[] {0, 1, 2});
        parts.put("and surface forms", new int[] {0, 1, 2, 3, 4});
        parts.put("and character grams", new int[] {0, 1, 2, 3, 4, 5, 6});
        parts.put("and vectors", IntStream.range(0, FaqSignals.COUNT - 3).toArray());
        parts.put("and near words", IntStream.range(0, FaqSignals.COUNT).toArray());
        System.out.println("with vectors and the weights of words learned with them");
        parts.forEach((name, kept) -> print(name, kept, first, second));
        System.out.println("with the words of the FAQ alone");
        print(
                "all but vectors",
                new int[] {0, 1, 2, 3, 4, 5, 6},
                ask(0, WordVectors.none()),
                ask(1, WordVectors.none()));
    }

    private void print(String name, int[] kept, Asked first, Asked second) {
        ConditionalLogit ofFirst = ConditionalLogit.learn(only(kept, first.all()), FaqSignals.COUNT);
        ConditionalLogit ofSecond = ConditionalLogit.learn(only(kept, second.all()), FaqSignals.COUNT);
        List<Choice> both = new ArrayList<>(only(kept, first.all()));
        both.addAll(only(kept, second.all()));
        System.out.printf(
                Locale.ROOT,
                "%-30s hit@1 %.4f, with two typing errors %.4f; weights %s%n",
                name,
                (hits(ofFirst, only(kept, second.clean())) + hits(ofSecond, only(kept, first.clean()))) / 2,
                (hits(ofFirst, only(kept, second.mistyped())) + hits(ofSecond, only(kept, first.mistyped()))) / 2,
                Arrays.stream(ConditionalLogit.learn(both, FaqSignals.COUNT).weights())
                        .mapToObj(weight -> "%.2f".formatted(weight))
                        .toList());
    }

    private static List<Choice> only(int[] kept, List<Choice> choices) {
        return choices.stream()
                .map(choice -> new Choice(
                        Arrays.stream(choice.signals())
                                .map(row -> {
                                    double[] left = new double[row.length];
                                    Arrays.stream(kept).forEach(signal -> left[signal] = row[signal]);
                                    return left;
                                })
                                .toArray(double[][]::new),
                        choice.right()))
                .toList();
    }

    private static double hits(ConditionalLogit weights, List<Choice> choices) {
        return choices.stream().filter(choice -> isFirst(weights, choice)).count() / (double) choices.size();
    }

    private static boolean isFirst(ConditionalLogit weights, Choice choice) {
        double right = weights.score(choice.signals()[choice.right()]);
        return IntStream.range(0, choice.signals().length)
                .allMatch(other -> other == choice.right() || weights.score(choice.signals()[other]) < right);
    }

    private Asked ask(int half, WordVectors vectors) {
        Asked asked = new Asked(new ArrayList<>(), new ArrayList<>());
        FaqSamples samples = new FaqSamples(
                content.only(page -> page.id().startsWith("grand-public/")
                        && learned.page(page.id()).isEmpty()
                        && Math.floorMod(page.id().hashCode(), 2) == half),
                catalogue,
                new Random(half + 1));
        for (int i = 0; i < SAMPLES_OF_A_HALF; i++) {
            FaqSamples.Sample sample = samples.next();
            QuestionAnalyser analyser = FaqRanker.analyser(sample.entries(), learned);
            FaqSignals signals = new FaqSignals(sample.entries(), analyser, vectors, NearWords.french(analyser));
            for (FaqSamples.Query query : sample.queries()) {
                asked.clean().add(new Choice(signals.of(query.text()), query.right()));
                asked.mistyped().add(new Choice(signals.of(query.mistyped()), query.right()));
            }
        }
        return asked;
    }
}

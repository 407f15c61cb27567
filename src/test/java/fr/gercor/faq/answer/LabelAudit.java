package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.intent.Example;
import fr.gercor.faq.intent.TextClassifier;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.source.SourceFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds utterances that may stand with the wrong page: those that a classifier trained on all the others gives to another page, the
 * surest first (confident learning, Northcutt, Jiang and Chuang 2021). It proposes; people judge, without being told which of the two
 * pages the utterance stands with: of the 3,360 surest they moved half, of the next 3,680 two in five, of the next 4,000 three in ten.
 *
 * <p>Its main method is run in the folder of the repository, with the class path of the tests; it takes a minute.
 */
public final class LabelAudit {

    private static final int FOLDS = 5;
    private static final long SEED = 20_261_123;

    /** Under this lead of the other page, moving gave nothing that could be measured. */
    private static final double LEAST_LEAD = 0.3;

    private final Content content = new ContentReader().read(SourceFolder.read(Path.of("content")));
    private final Catalogue catalogue = new CatalogueReader().read(SourceFolder.read(Path.of("intents")));

    private LabelAudit() {}

    /**
     * An utterance that another page claims.
     *
     * @param example the utterance, with its page and its intent
     * @param page that claims it
     * @param lead of that page's probability over that of its own
     */
    private record Doubt(Example example, String page, double lead) {}

    /** Prints lead, intent, page that claims the utterance and the utterance, a doubt per line. */
    public static void main(String[] arguments) {
        new LabelAudit().run();
    }

    private void run() {
        List<Example> examples = new ArrayList<>(examples());
        Collections.shuffle(examples, new Random(SEED));
        IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(fold -> doubts(fold, examples))
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Doubt::lead).reversed())
                .forEach(doubt -> System.out.printf(
                        Locale.ROOT,
                        "%.3f\t%s\t%s\t%s%n",
                        doubt.lead(),
                        doubt.example().sublabel(),
                        doubt.page(),
                        doubt.example().question().text()));
    }

    private List<Example> examples() {
        QuestionAnalyser analyser =
                Parts.of(content, catalogue, "audit").parts().analyser();
        return catalogue.intents().parallelStream()
                .flatMap(intent -> examples(intent, analyser))
                .toList();
    }

    private static Stream<Example> examples(Intent intent, QuestionAnalyser analyser) {
        return intent.utterances().stream()
                .map(utterance -> new Example(analyser.analyse(utterance), intent.page(), intent.id()));
    }

    private static List<Doubt> doubts(int fold, List<Example> examples) {
        List<Example> others = IntStream.range(0, examples.size())
                .filter(place -> place % FOLDS != fold)
                .mapToObj(examples::get)
                .toList();
        TextClassifier classifier = TextClassifier.train(others, Understanding.SETTINGS);
        return IntStream.range(0, examples.size())
                .filter(place -> place % FOLDS == fold)
                .mapToObj(place -> doubt(examples.get(place), classifier))
                .filter(doubt -> doubt.lead() >= LEAST_LEAD)
                .toList();
    }

    private static Doubt doubt(Example example, TextClassifier classifier) {
        Map<String, Double> probabilities = classifier.probabilities(example.question());
        String best = Collections.max(probabilities.entrySet(), Map.Entry.comparingByValue())
                .getKey();
        double lead = probabilities.getOrDefault(best, 0.0) - probabilities.getOrDefault(example.label(), 0.0);
        return new Doubt(example, best, lead);
    }
}

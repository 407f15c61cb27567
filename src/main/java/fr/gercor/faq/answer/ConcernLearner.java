package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Concern;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.intent.Example;
import fr.gercor.faq.intent.TextClassifier;
import fr.gercor.faq.intent.TrainingSettings;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.triage.Assessment;
import fr.gercor.faq.triage.Triage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Trains what knows the concerns of the triage by likeness: on their examples, and on ordinary questions of the catalogue, in which
 * the rules see nothing.
 */
final class ConcernLearner {

    /** Of three utterances of the catalogue one is taken: with all, the rarer concerns were found less often. */
    private static final int ONE_IN = 3;

    /** Few labels and many examples of each want more epochs and less decay than pages do. */
    private static final TrainingSettings SETTINGS = new TrainingSettings(15, 3, 7, 2, 0.03f);

    private final Content content;
    private final QuestionAnalyser analyser;
    private final Triage rules;
    private final List<Concern> concerns;

    ConcernLearner(Content content, QuestionAnalyser analyser, Triage rules, List<Concern> concerns) {
        this.content = content;
        this.analyser = analyser;
        this.rules = rules;
        this.concerns = concerns;
    }

    /** @param catalogued the utterances of pages and topics, analysed */
    TextClassifier learn(List<Example> catalogued) {
        List<Example> examples = new ArrayList<>(concerns.parallelStream()
                .flatMap(concern -> concern.examples().stream()
                        .map(text -> new Example(analyser.read(text), concern.id(), concern.id())))
                .toList());
        concerns.stream()
                .filter(concern -> concern.kind().isEmpty())
                .findFirst()
                .ifPresent(ordinary -> ordinary(catalogued)
                        .forEach(example ->
                                examples.add(new Example(example.question(), ordinary.id(), ordinary.id()))));
        return TextClassifier.train(examples, SETTINGS);
    }

    private Stream<Example> ordinary(List<Example> catalogued) {
        return catalogued.parallelStream()
                .filter(ConcernLearner::isTaken)
                .filter(Predicate.not(this::isForProfessionals))
                .filter(example -> rules.assess(example.question()).equals(Assessment.nothing()))
                .toList()
                .stream();
    }

    private static boolean isTaken(Example example) {
        return Math.floorMod(example.question().text().hashCode(), ONE_IN) == 0;
    }

    private boolean isForProfessionals(Example example) {
        return content.page(example.label())
                .filter(page -> page.audience() == Audience.PROFESSIONAL)
                .isPresent();
    }
}

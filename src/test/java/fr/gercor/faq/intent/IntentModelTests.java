package fr.gercor.faq.intent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.Topic;
import fr.gercor.faq.intent.Signals.LabelSignals;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.testsupport.TinyEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentModelTests {

    private static final TrainingSettings SETTINGS = new TrainingSettings(60, 1, 30, 1, 0.01f);
    private static final QuestionAnalyser ANALYSER;
    private static final List<Example> EXAMPLES = new ArrayList<>();
    private static final IntentModel LEXICAL;
    private static final IntentModel TRAINED;

    static {
        Catalogue catalogue = new CatalogueReader().read(SourceFolder.read(TinyEngine.INTENTS));
        ANALYSER = QuestionAnalyser.french(catalogue, List.of("immunothérapie chimiothérapie"));
        for (Intent intent : catalogue.intents()) {
            intent.utterances()
                    .forEach(each -> EXAMPLES.add(new Example(ANALYSER.read(each), intent.page(), intent.id())));
        }
        for (Topic topic : catalogue.smallTalk()) {
            topic.utterances().forEach(each -> EXAMPLES.add(new Example(ANALYSER.read(each), topic.id(), topic.id())));
        }
        LEXICAL = IntentModel.lexical(EXAMPLES);
        TRAINED = LEXICAL.trained(EXAMPLES, SETTINGS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    l'immunothérapie c'est quoi au juste    | traitements.immunotherapie.definition
                    l'immuno dure combien de temps          | traitements.immunotherapie.duree
                    une séance de chimio ça dure combien    | traitements.chimiotherapie.deroulement
                    lutter contre la fatigue                | conseils.fatigue.que-faire
                    pourquoi fatigué                        | conseils.fatigue.causes
                    posologie de FOLFOX                     | protocoles.folfox.doses
                    merci bien                              | thanks
                    """)
    void findsTheNearestIntent(String question, String expected) {
        Map<String, Double> cosines =
                LEXICAL.signals(ANALYSER.read(question), Set.of()).bySublabel();

        assertThat(cosines.entrySet().stream().max(Map.Entry.comparingByValue()))
                .map(Map.Entry::getKey)
                .hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    le principe de l'immunothérapie         | grand-public/traitements/immunotherapie
                    première chimio                         | grand-public/traitements/chimiotherapie
                    épuisée et fatiguée                     | grand-public/conseils-pratiques/fatigue
                    doses du folfox                         | professionnels/protocoles-gercor/folfox
                    bonjour                                 | greeting
                    """)
    void agreesWithBothClassifiersOnWhatIsPlain(String question, String expected) {
        Signals signals = TRAINED.signals(ANALYSER.read(question), Set.of());

        assertThat(best(signals, LabelSignals::maxent)).isEqualTo(expected);
        assertThat(best(signals, LabelSignals::softmax)).isEqualTo(expected);
    }

    @Test
    void servesWithoutAClassifier() {
        Signals signals = LEXICAL.signals(ANALYSER.read("la fatigue"), Set.of());

        assertThat(LEXICAL.isTrained()).isFalse();
        assertThat(signals.energy()).isZero();
        assertThat(signals.byLabel().values())
                .isNotEmpty()
                .allMatch(each -> each.softmax() == LabelSignals.LEAST_LOG_POSTERIOR);
    }

    @Test
    void hidesALabelAsIfItHadNoExample() {
        Signals signals =
                TRAINED.signals(ANALYSER.read("l'immunothérapie"), Set.of("grand-public/traitements/immunotherapie"));

        assertThat(signals.byLabel()).doesNotContainKey("grand-public/traitements/immunotherapie");
        assertThat(signals.bySublabel().keySet()).noneMatch(id -> id.contains("immunotherapie"));
    }

    @Test
    void tellsTheShareOfWordsThatNobodyKnows() {
        assertThat(LEXICAL.signals(ANALYSER.read("zzyzxqq fatigue"), Set.of()).unknown())
                .isEqualTo(0.5);
        assertThat(LEXICAL.signals(ANALYSER.read("et le"), Set.of()).unknown()).isZero();
    }

    @Test
    void readsTheVeryClassifiersThatItWrote() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TRAINED.write(new DataOutputStream(bytes));

        IntentModel read = IntentModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        var question = ANALYSER.read("combien de temps dure la chimio");
        assertThat(read.isTrained()).isTrue();
        assertThat(read.signals(question, Set.of())).isEqualTo(TRAINED.signals(question, Set.of()));
    }

    @Test
    void learnsTheSameFromTheSame() {
        var question = ANALYSER.read("combien de temps dure la chimio");

        assertThat(LEXICAL.trained(EXAMPLES, SETTINGS).signals(question, Set.of()))
                .isEqualTo(TRAINED.signals(question, Set.of()));
    }

    private static String best(Signals signals, ToDoubleFunction<LabelSignals> opinion) {
        return signals.byLabel().entrySet().stream()
                .max((one, other) ->
                        Double.compare(opinion.applyAsDouble(one.getValue()), opinion.applyAsDouble(other.getValue())))
                .orElseThrow()
                .getKey();
    }
}

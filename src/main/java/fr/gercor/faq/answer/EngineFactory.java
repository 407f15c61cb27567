package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.Topic;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Section;
import fr.gercor.faq.intent.Example;
import fr.gercor.faq.intent.IntentModel;
import fr.gercor.faq.intent.TextClassifier;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.retrieval.AnalysedPage;
import fr.gercor.faq.retrieval.PassageRetriever;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.triage.Triage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Builds engines: first one that serves by lexical likeness, then the same with its classifier. */
public final class EngineFactory {

    private final Clock clock;
    private final ModelCache cache;
    private final boolean requireValidation;

    /**
     * @param clock that dates replies
     * @param cache of what was trained
     * @param requireValidation whether pages without a validation are left out
     */
    public EngineFactory(Clock clock, ModelCache cache, boolean requireValidation) {
        this.clock = clock;
        this.cache = cache;
        this.requireValidation = requireValidation;
    }

    /**
     * An engine under construction: it serves at once, and can be trained beside.
     *
     * @param engine that serves by lexical likeness, or whole where the cache held what was trained
     */
    public record Built(Engine engine, Parts parts) {}

    /** What an engine is made of; of use to {@link EngineFactory} only. */
    public static final class Parts {
        private final Content content;
        private final Catalogue catalogue;
        private final QuestionAnalyser analyser;
        private final Triage triage;
        private final List<Example> examples;
        private final IntentModel model;
        private final Map<Audience, PassageRetriever> retrievers;
        private final String version;

        private Parts(
                Content content,
                Catalogue catalogue,
                QuestionAnalyser analyser,
                Triage triage,
                List<Example> examples,
                IntentModel model,
                Map<Audience, PassageRetriever> retrievers,
                String version) {
            this.content = content;
            this.catalogue = catalogue;
            this.analyser = analyser;
            this.triage = triage;
            this.examples = examples;
            this.model = model;
            this.retrievers = retrievers;
            this.version = version;
        }
    }

    /**
     * Reads both folders and builds an engine that serves by lexical likeness; with its classifier if that was trained before.
     *
     * @throws fr.gercor.faq.source.UnreadableSourceException with every fault found
     */
    public Built build(SourceFolder contentFolder, SourceFolder intentsFolder) {
        CompletableFuture<Catalogue> asked = Beside.start(() -> new CatalogueReader().read(intentsFolder));
        Content content = new ContentReader().read(contentFolder);
        Content served =
                requireValidation ? content.only(page -> page.validation().isPresent()) : content;
        Catalogue catalogue = Beside.result(asked);
        String version = ModelCache.version(contentFolder, intentsFolder, requireValidation);
        Optional<ModelCache.Trained> cached = cache.read(version);
        Parts parts = parts(served, catalogue, version, cached.map(ModelCache.Trained::model));
        Engine engine = cached.map(trained -> engine(parts, trained))
                .orElseGet(() -> engine(parts, parts.model, LexicalWeights.measured(), parts.triage, false));
        return new Built(engine, parts);
    }

    /** The engine with its classifier, trained now unless the cache has it. Takes seconds. */
    public Engine train(Built built) {
        return train(built, () -> {});
    }

    /** @param step is told when each of the three parts of the training is over or begins; what it throws ends the training there */
    Engine train(Built built, Runnable step) {
        if (built.engine().isTrained()) {
            return built.engine();
        }
        Parts parts = built.parts();
        step.run();
        Understanding understanding =
                understanding(parts, Audience.PROFESSIONAL, parts.model, LexicalWeights.measured());
        Situated situated = new Situated(parts.catalogue.situations(), parts.analyser);
        CompletableFuture<Weights> weights = Beside.start(
                () -> new WeightLearner(understanding, parts.examples, Understanding.SETTINGS, true, situated).learn());
        CompletableFuture<TextClassifier> concerns = Beside.start(
                () -> new ConcernLearner(parts.content, parts.analyser, parts.triage, parts.catalogue.concerns())
                        .learn(parts.examples));
        IntentModel model =
                parts.model.trained(parts.examples, situated.trained(parts.examples), Understanding.SETTINGS);
        step.run();
        ModelCache.Trained trained = new ModelCache.Trained(model, Beside.result(weights), Beside.result(concerns));
        step.run();
        cache.write(parts.version, trained);
        return engine(parts, trained);
    }

    private Engine engine(Parts parts, ModelCache.Trained trained) {
        Triage triage = parts.triage.with(trained.concerns()::probabilities);
        return engine(parts, trained.model(), trained.weights(), triage, true);
    }

    /** @param trained the model, where it was trained before: then no example is analysed */
    private Parts parts(Content content, Catalogue catalogue, String version, Optional<IntentModel> trained) {
        List<String> texts = new ArrayList<>();
        for (Page page : content.pages()) {
            texts.add(page.title());
            texts.add(String.join(" ", page.topics()));
            texts.add(page.introduction().text());
            page.sections().forEach(section -> texts.add(section.heading() + " " + section.text()));
        }
        content.glossary().forEach(term -> texts.add(term.name() + " " + String.join(" ", term.synonyms())));
        QuestionAnalyser analyser = QuestionAnalyser.french(catalogue, texts);
        CompletableFuture<Triage> triage =
                Beside.start(() -> new Triage(catalogue.rules(), catalogue.concerns(), analyser));
        CompletableFuture<Map<Audience, PassageRetriever>> retrievers =
                Beside.start(() -> retrievers(content, analyser));
        List<Example> examples = trained.isPresent() ? List.of() : examples(content, catalogue, analyser);
        IntentModel model = trained.orElseGet(() -> IntentModel.lexical(examples));
        return new Parts(
                content,
                catalogue,
                analyser,
                Beside.result(triage),
                examples,
                model,
                Beside.result(retrievers),
                version);
    }

    private static Map<Audience, PassageRetriever> retrievers(Content content, QuestionAnalyser analyser) {
        List<AnalysedPage> pages = content.pages().parallelStream()
                .map(page -> AnalysedPage.of(page, analyser))
                .toList();
        PassageRetriever forAll = new PassageRetriever(writtenFor(Audience.PUBLIC, pages));
        return Map.of(
                Audience.PUBLIC, forAll, Audience.PROFESSIONAL, forAll.with(writtenFor(Audience.PROFESSIONAL, pages)));
    }

    private static List<AnalysedPage> writtenFor(Audience audience, List<AnalysedPage> pages) {
        return pages.stream().filter(page -> page.page().audience() == audience).toList();
    }

    private static List<Example> examples(Content content, Catalogue catalogue, QuestionAnalyser analyser) {
        List<Authored> authored = new ArrayList<>();
        for (Intent intent : catalogue.intents()) {
            Optional<Page> page = content.page(intent.page());
            if (page.isPresent()) {
                List<String> texts = new ArrayList<>(intent.utterances());
                texts.add(intent.label());
                page.get().section(intent.section()).map(Section::heading).ifPresent(texts::add);
                texts.stream().distinct().forEach(text -> authored.add(new Authored(text, intent.page(), intent.id())));
            }
        }
        catalogue.smallTalk().forEach(topic -> add(topic, Understanding.SMALL_TALK, authored));
        catalogue.outOfScope().forEach(topic -> add(topic, Understanding.OUT_OF_SCOPE, authored));
        return authored.parallelStream()
                .map(each -> new Example(analyser.read(each.text()), each.label(), each.sublabel()))
                .toList();
    }

    /** An utterance before it is analysed. */
    private record Authored(String text, String label, String sublabel) {}

    private static void add(Topic topic, String prefix, List<Authored> authored) {
        String label = prefix + topic.id();
        topic.utterances().forEach(utterance -> authored.add(new Authored(utterance, label, label)));
    }

    private Understanding understanding(Parts parts, Audience audience, IntentModel model, Weights weights) {
        return new Understanding(
                parts.content,
                parts.catalogue,
                parts.analyser,
                model,
                java.util.Objects.requireNonNull(parts.retrievers.get(Audience.PROFESSIONAL)),
                audience,
                weights);
    }

    private Engine engine(Parts parts, IntentModel model, Weights weights, Triage triage, boolean trained) {
        Phrases phrases = new Phrases();
        Map<Audience, Understanding> understandings = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            understandings.put(audience, understanding(parts, audience, model, weights));
        }
        return new Engine(
                parts.content,
                parts.catalogue,
                triage,
                understandings,
                AnswerPolicy.standard(),
                new Scope(parts.content, parts.catalogue, parts.analyser),
                phrases,
                new ReplyWriter(parts.content, phrases, clock),
                parts.version,
                trained);
    }
}

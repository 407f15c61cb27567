package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.intent.Example;
import fr.gercor.faq.intent.IntentModel;
import fr.gercor.faq.intent.TextClassifier;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.triage.Triage;
import java.time.Clock;
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

    /** An engine with what it is made of, so that it can be trained or changed. */
    public static final class Built {

        private final Engine engine;
        private final Parts parts;
        private final Optional<Parts.Untrained> untrained;

        private Built(Engine engine, Parts parts, Optional<Parts.Untrained> untrained) {
            this.engine = engine;
            this.parts = parts;
            this.untrained = untrained;
        }

        /** The engine: it serves by lexical likeness, by what was learned of earlier content, or with its own classifier. */
        public Engine engine() {
            return engine;
        }

        /** What its models are made of, in words. */
        String size() {
            return parts.learned().model().size();
        }
    }

    /**
     * Reads both folders and builds an engine that serves by lexical likeness; with its classifier if that was trained before.
     *
     * @throws fr.gercor.faq.source.UnreadableSourceException with every fault found
     */
    public Built build(SourceFolder contentFolder, SourceFolder intentsFolder) {
        return build(contentFolder, intentsFolder, Optional.empty());
    }

    /**
     * The same, in a fraction of the time where little changed: until it is trained, the engine goes by what was learned before.
     *
     * @param before the engine of what the folders held then
     */
    Built change(Built before, SourceFolder contentFolder, SourceFolder intentsFolder) {
        return build(contentFolder, intentsFolder, Optional.of(before));
    }

    private Built build(SourceFolder contentFolder, SourceFolder intentsFolder, Optional<Built> before) {
        String version = ModelCache.version(contentFolder, intentsFolder, requireValidation);
        Optional<Parts> kept = cache.read(version);
        if (kept.isPresent()) {
            return new Built(engine(kept.get(), true), kept.get(), Optional.empty());
        }
        CompletableFuture<Content> written = Beside.start(() -> served(contentFolder));
        Catalogue catalogue = new CatalogueReader().read(intentsFolder);
        Content content = Beside.result(written);
        if (before.isPresent()) {
            Parts parts = before.get().parts.changed(content, catalogue, version);
            return new Built(engine(parts, false), parts, Optional.empty());
        }
        Parts.Untrained untrained = Parts.of(content, catalogue, version);
        return new Built(engine(untrained.parts(), false), untrained.parts(), Optional.of(untrained));
    }

    private Content served(SourceFolder folder) {
        Content content = new ContentReader().read(folder);
        return requireValidation ? content.only(page -> page.validation().isPresent()) : content;
    }

    /** The engine with its classifier, trained now unless the cache has it. Takes a minute. */
    public Engine train(Built built) {
        return train(built, () -> {}).engine();
    }

    /**
     * @param step is told when the training of the classifiers of questions begins, and when only that of concerns is waited for; what
     *     it throws ends the training there
     */
    Built train(Built built, Runnable step) {
        if (built.engine().isTrained()) {
            return built;
        }
        step.run();
        Parts.Untrained untrained = built.untrained.orElseGet(
                () -> Parts.of(built.parts.content(), built.parts.catalogue(), built.parts.version()));
        Parts parts = untrained.parts();
        List<Example> examples = untrained.examples();
        Situated situated = new Situated(parts.catalogue().situations(), parts.analyser());
        CompletableFuture<TextClassifier> concerns = Beside.start(() -> new ConcernLearner(
                        parts.content(),
                        parts.analyser(),
                        parts.triage(),
                        parts.catalogue().concerns())
                .learn(examples));
        IntentModel model =
                parts.learned().model().trained(examples, situated.trained(examples), Understanding.SETTINGS);
        step.run();
        Parts trained = parts.with(Learned.trained(model, Beside.result(concerns)));
        cache.write(trained);
        return new Built(engine(trained, true), trained, Optional.empty());
    }

    private Engine engine(Parts parts, boolean trained) {
        Triage triage = parts.learned()
                .concerns()
                .map(concerns -> parts.triage().with(concerns::probabilities))
                .orElse(parts.triage());
        Phrases phrases = new Phrases();
        Map<Audience, Understanding> understandings = new EnumMap<>(Audience.class);
        understandings.put(Audience.PUBLIC, parts.understanding(Audience.PUBLIC));
        understandings.put(
                Audience.PROFESSIONAL,
                parts.understanding(Audience.PROFESSIONAL).withoutSettings());
        return new Engine(
                parts.content(),
                parts.catalogue(),
                triage,
                understandings,
                AnswerPolicy.standard(),
                new Scope(parts.content(), parts.catalogue(), parts.analyser()),
                phrases,
                new ReplyWriter(parts.content(), phrases, clock),
                parts.version(),
                trained);
    }
}

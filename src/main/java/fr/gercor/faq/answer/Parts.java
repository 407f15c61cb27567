package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.intent.Example;
import fr.gercor.faq.intent.IntentModel;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.retrieval.AnalysedPage;
import fr.gercor.faq.retrieval.PassageRetriever;
import fr.gercor.faq.triage.Triage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What an engine is made of. Made whole of a content and a catalogue, or of the parts of the engine before and what changed since:
 * that takes a second and not ten, and serves until the whole is made and trained.
 *
 * @param content that is quoted
 * @param catalogue that questions are matched to
 * @param version of both
 * @param analyser of questions
 * @param triage by its rules alone
 * @param retrievers of each audience
 * @param authored the utterances, at the places that they have in the model; {@link Authored#GONE} for those taken out
 * @param learned of them
 */
record Parts(
        Content content,
        Catalogue catalogue,
        String version,
        QuestionAnalyser analyser,
        Triage triage,
        Map<Audience, PassageRetriever> retrievers,
        List<Authored> authored,
        Learned learned) {

    /** Everything made anew; the examples that the model is made of come with it. */
    static Untrained of(Content content, Catalogue catalogue, String version) {
        QuestionAnalyser analyser = QuestionAnalyser.french(catalogue, texts(content.pages(), content));
        CompletableFuture<Triage> triage =
                Beside.start(() -> new Triage(catalogue.rules(), catalogue.concerns(), analyser));
        CompletableFuture<Map<Audience, PassageRetriever>> retrievers =
                Beside.start(() -> retrievers(content, analyser));
        List<Authored> authored = Authored.of(content, catalogue);
        List<Example> examples = examples(authored, analyser);
        IntentModel model = IntentModel.lexical(examples);
        Parts parts = new Parts(
                content,
                catalogue,
                version,
                analyser,
                Beside.result(triage),
                Beside.result(retrievers),
                authored,
                Learned.lexically(model));
        return new Untrained(parts, examples);
    }

    /**
     * Parts that can be trained.
     *
     * @param parts whose model has no classifier yet
     * @param examples that the model was made of
     */
    record Untrained(Parts parts, List<Example> examples) {}

    /** The parts whose models and indexes were made before. */
    static Parts of(
            Content content,
            Catalogue catalogue,
            String version,
            QuestionAnalyser analyser,
            Map<Audience, PassageRetriever> retrievers,
            Learned learned) {
        return new Parts(
                content,
                catalogue,
                version,
                analyser,
                new Triage(catalogue.rules(), catalogue.concerns(), analyser),
                retrievers,
                Authored.of(content, catalogue),
                learned);
    }

    /** The same with what was learned. */
    Parts with(Learned other) {
        return new Parts(content, catalogue, version, analyser, triage, retrievers, authored, other);
    }

    /**
     * The parts for files that changed. Pages, utterances and words that are new are read and indexed beside the old ones. What was
     * learned stays in force; where utterances were taken out, it is left aside, for it goes by them too.
     */
    Parts changed(Content newContent, Catalogue newCatalogue, String newVersion) {
        Set<Page> before = new HashSet<>(content.pages());
        List<Page> pages = newContent.pages().stream()
                .filter(page -> !before.contains(page))
                .toList();
        Set<Page> now = new HashSet<>(newContent.pages());
        List<String> gone = content.pages().stream()
                .filter(page -> !now.contains(page))
                .map(Page::id)
                .toList();
        List<Authored> utterances = Authored.of(newContent, newCatalogue);
        Set<Authored> known = new HashSet<>(authored);
        List<Authored> more =
                utterances.stream().filter(each -> !known.contains(each)).toList();
        QuestionAnalyser reader = analyser.changed(
                newCatalogue,
                texts(pages, newContent),
                more.stream().map(Authored::text).toList());
        List<AnalysedPage> analysed =
                pages.stream().map(page -> AnalysedPage.of(page, reader)).toList();
        Map<Audience, PassageRetriever> changed = Map.of(
                Audience.PUBLIC,
                retriever(Audience.PUBLIC).without(gone).with(writtenFor(Audience.PUBLIC, analysed)),
                Audience.PROFESSIONAL,
                retriever(Audience.PROFESSIONAL).without(gone).with(analysed));
        Set<Authored> kept = new HashSet<>(utterances);
        BitSet takenOut = new BitSet();
        List<Authored> places = new ArrayList<>(authored);
        for (int place = 0; place < authored.size(); place++) {
            if (!kept.contains(authored.get(place))) {
                takenOut.set(place);
                places.set(place, Authored.GONE);
            }
        }
        places.addAll(more);
        IntentModel model = learned.model().changed(takenOut, examples(more, reader));
        return new Parts(
                newContent,
                newCatalogue,
                newVersion,
                reader,
                new Triage(newCatalogue.rules(), newCatalogue.concerns(), reader),
                changed,
                places,
                takenOut.isEmpty() ? learned.with(model) : Learned.lexically(model.untrained()));
    }

    PassageRetriever retriever(Audience audience) {
        return java.util.Objects.requireNonNull(retrievers.get(audience));
    }

    /** How questions of an audience are understood. */
    Understanding understanding(Audience audience) {
        return new Understanding(
                content,
                catalogue,
                analyser,
                learned.model(),
                retriever(Audience.PROFESSIONAL),
                retriever(audience),
                audience,
                learned.weights());
    }

    private static List<Example> examples(List<Authored> authored, QuestionAnalyser analyser) {
        return authored.parallelStream()
                .map(each -> new Example(analyser.read(each.text()), each.label(), each.sublabel()))
                .toList();
    }

    private static List<String> texts(Collection<Page> pages, Content content) {
        return Stream.concat(
                        pages.stream().flatMap(Parts::texts),
                        content.glossary().stream().map(term -> term.name() + " " + String.join(" ", term.synonyms())))
                .toList();
    }

    private static Stream<String> texts(Page page) {
        return Stream.concat(
                Stream.of(
                        page.title(),
                        String.join(" ", page.topics()),
                        page.introduction().text()),
                page.sections().stream().map(section -> section.heading() + " " + section.text()));
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
}

package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.Topic;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Section;
import fr.gercor.faq.intent.ConditionalLogit;
import fr.gercor.faq.intent.WordVectors;
import fr.gercor.faq.question.NearWords;
import fr.gercor.faq.question.QuestionAnalyser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ranks the entries of a foreign FAQ, questions with their answers; nothing is trained on that FAQ. What French words are worth and
 * which stand for one another is learned from our own catalogue, whose utterances are patients' French whatever the subject.
 */
public final class FaqRanker {

    /**
     * An entry of a FAQ.
     *
     * @param id of the entry
     * @param question it answers
     * @param answer in full
     */
    public record Entry(String id, String question, String answer) {}

    private final List<Entry> entries;
    private final FaqSignals signals;
    private final ConditionalLogit weights;

    private FaqRanker(
            List<Entry> entries,
            QuestionAnalyser analyser,
            WordVectors vectors,
            NearWords nearWords,
            ConditionalLogit weights) {
        this.entries = List.copyOf(entries);
        signals = new FaqSignals(entries, analyser, vectors, nearWords);
        this.weights = weights;
    }

    /**
     * A ranker that knows only the words of the FAQ.
     *
     * @param entries of the FAQ
     * @param language {@code fr} or {@code en}
     */
    public static FaqRanker plain(List<Entry> entries, String language) {
        return new FaqRanker(
                entries,
                QuestionAnalyser.ofTexts(language, texts(entries)),
                WordVectors.none(),
                NearWords.none(),
                FaqWeights.withoutVectors());
    }

    /**
     * A ranker of a French FAQ that has learned French from what the public may read of ours. Learning takes some seconds.
     *
     * @param entries of the FAQ
     * @param content of ours
     * @param catalogue of ours
     */
    public static FaqRanker french(List<Entry> entries, Content content, Catalogue catalogue) {
        QuestionAnalyser analyser = analyser(entries, content);
        return new FaqRanker(
                entries,
                analyser,
                vectors(content, catalogue, analyser),
                NearWords.french(analyser),
                FaqWeights.measured());
    }

    /** An analyser that mends what is misspelt to words of the FAQ or of ours. */
    static QuestionAnalyser analyser(List<Entry> entries, Content content) {
        List<String> texts = new ArrayList<>(texts(entries));
        for (Page page : content.pages()) {
            if (isPublic(page)) {
                page.sections().forEach(section -> texts.add(section.heading() + " " + section.text()));
            }
        }
        return QuestionAnalyser.ofTexts("fr", texts);
    }

    /**
     * What the intents of public pages and the topics out of scope teach: an intent's utterances, its label and the sentences of its
     * section are a group, and so are a topic's utterances.
     */
    static WordVectors vectors(Content content, Catalogue catalogue, QuestionAnalyser analyser) {
        Stream<List<String>> intents = catalogue.intents().stream()
                .flatMap(intent -> section(intent, content).stream().map(section -> texts(intent, section)));
        Stream<List<String>> topics = catalogue.outOfScope().stream().map(Topic::utterances);
        return WordVectors.learn(Stream.concat(intents, topics).toList().parallelStream()
                .map(group -> sentences(group, analyser))
                .toList());
    }

    private static Optional<Section> section(Intent intent, Content content) {
        return content.page(intent.page(), Audience.PUBLIC).flatMap(page -> page.section(intent.section()));
    }

    private static List<String> texts(Intent intent, Section section) {
        List<String> texts = new ArrayList<>(intent.utterances());
        texts.add(intent.label());
        texts.add(section.text());
        return texts;
    }

    private static List<List<String>> sentences(List<String> texts, QuestionAnalyser analyser) {
        return texts.stream()
                .flatMap(text -> FaqSignals.sentences(analyser.read(text).tokens()).stream())
                .map(TermView.STEMS::of)
                .toList();
    }

    private static boolean isPublic(Page page) {
        return Audience.PUBLIC.mayRead(page.audience());
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.question() + " " + entry.answer())
                .toList();
    }

    /** The ids of the entries, the closest first; those for which nothing speaks are left out. */
    public List<String> rank(String query) {
        double[] scores =
                Arrays.stream(signals.of(query)).mapToDouble(weights::score).toArray();
        return IntStream.range(0, scores.length)
                .filter(place -> scores[place] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> scores[place])
                        .reversed())
                .map(place -> entries.get(place).id())
                .toList();
    }
}

package fr.gercor.faq.answer;

import fr.gercor.faq.answer.Ranking.Candidate;
import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.catalogue.Situations;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.PageReader;
import fr.gercor.faq.intent.Example;
import fr.gercor.faq.intent.IntentModel;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.retrieval.AnalysedPage;
import fr.gercor.faq.retrieval.PassageRetriever;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Ranks the entries of a foreign FAQ, questions with their answers, by what serves before any training: lexical likeness to the
 * questions, and passages of the answers.
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

    private final Understanding understanding;

    /**
     * @param entries of the FAQ
     * @param language {@code fr} or {@code en}
     */
    public FaqRanker(List<Entry> entries, String language) {
        List<String> texts = new ArrayList<>();
        entries.forEach(entry -> texts.add(entry.question() + " " + entry.answer()));
        QuestionAnalyser analyser = QuestionAnalyser.ofTexts(language, texts);
        List<Page> pages = entries.stream()
                .map(entry -> PageReader.plain(entry.id(), entry.question(), entry.answer(), Audience.PUBLIC))
                .toList();
        List<Intent> intents = entries.stream()
                .map(entry ->
                        new Intent(entry.id(), entry.id(), PageReader.PLAIN, "", List.of(entry.question()), List.of()))
                .toList();
        List<Example> examples = entries.stream()
                .map(entry -> new Example(analyser.read(entry.question()), entry.id(), entry.id()))
                .toList();
        understanding = new Understanding(
                new Content(pages, List.of(), List.of()),
                new Catalogue(intents, List.of(), List.of(), List.of(), RuleBook.empty(), List.of(), Situations.NONE),
                analyser,
                IntentModel.lexical(examples),
                new PassageRetriever(pages.stream()
                        .map(page -> AnalysedPage.of(page, analyser))
                        .toList()),
                Audience.PUBLIC,
                LexicalWeights.measured());
    }

    /** The ids of the entries, the closest first; those that share nothing with the query are left out. */
    public List<String> rank(String query) {
        return understanding.rank(understanding.analyser().read(query), Set.of()).labels().stream()
                .map(Candidate::label)
                .toList();
    }
}

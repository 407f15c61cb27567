package fr.gercor.faq.retrieval;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Passage;
import fr.gercor.faq.content.Section;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page whose texts have been analysed, once for every index that holds it.
 *
 * @param page analysed
 * @param subject its title and the names of its subject
 * @param passages in reading order
 */
public record AnalysedPage(Page page, Question subject, List<AnalysedPassage> passages) {

    /**
     * A passage that has been analysed.
     *
     * @param passage analysed
     * @param text of the passage
     * @param heading of its section
     * @param section the whole text of its section
     */
    public record AnalysedPassage(Passage passage, Question text, Question heading, Question section) {}

    public AnalysedPage {
        passages = List.copyOf(passages);
    }

    /** Analyses a page with the analyser that reads the questions too, so that both speak of the same stems. */
    public static AnalysedPage of(Page page, QuestionAnalyser analyser) {
        Map<String, Question> texts = new HashMap<>();
        Map<String, Question> headings = new HashMap<>();
        List<Section> sections = new ArrayList<>(page.sections());
        sections.add(page.introduction());
        for (Section section : sections) {
            texts.put(section.anchor(), analyser.read(section.text()));
            headings.put(section.anchor(), analyser.read(section.heading()));
        }
        List<AnalysedPassage> passages = page.passages().stream()
                .map(passage -> new AnalysedPassage(
                        passage,
                        analyser.read(passage.text()),
                        headings.getOrDefault(passage.anchor(), analyser.read("")),
                        texts.getOrDefault(passage.anchor(), analyser.read(""))))
                .toList();
        return new AnalysedPage(page, analyser.read(page.title() + ". " + String.join(". ", page.topics())), passages);
    }
}

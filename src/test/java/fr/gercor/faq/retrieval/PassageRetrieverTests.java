package fr.gercor.faq.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.content.Passage;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.testsupport.TinyEngine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageRetrieverTests {

    private static final Content CONTENT = new ContentReader().read(SourceFolder.read(TinyEngine.CONTENT));
    private static final Catalogue CATALOGUE = new CatalogueReader().read(SourceFolder.read(TinyEngine.INTENTS));
    private static final QuestionAnalyser ANALYSER = QuestionAnalyser.french(
            CATALOGUE,
            CONTENT.pages().stream()
                    .flatMap(page -> page.passages().stream().map(Passage::text))
                    .toList());

    private final PassageRetriever everything = retriever(Audience.PROFESSIONAL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    comment agissent les défenses naturelles         | immunotherapie#definition
                    toutes les combien de semaines les perfusions    | immunotherapie#duree
                    une éruption sous immunothérapie                 | immunotherapie#effets
                    des médicaments contre les cellules              | chimiotherapie#definition
                    prise de sang avant la chimiothérapie            | chimiotherapie#deroulement
                    siestes                                          | fatigue#que-faire
                    anémie                                           | fatigue#causes
                    oxaliplatine 85 mg                               | folfox#doses
                    """)
    void putsTheClosestPassageFirst(String question, String expected) {
        Passage first = search(everything, question).getFirst().passage();

        assertThat(first.page() + "#" + first.anchor()).endsWith("/" + expected);
    }

    @Test
    void ranksByFallingScores() {
        assertThat(search(everything, "la fatigue vient-elle de la chimiothérapie"))
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(PassageHit::score).reversed())
                .allMatch(hit -> hit.score() > 0);
    }

    @Test
    void findsNothingWhereNoWordIsKnown() {
        assertThat(search(everything, "zzyzx")).isEmpty();
        assertThat(search(everything, "")).isEmpty();
        assertThat(everything.pageCoverages(ANALYSER.read("zzyzx"))).isEmpty();
    }

    @Test
    void neverFindsAPageThatItWasNotGiven() {
        PassageRetriever open = retriever(Audience.PUBLIC);

        assertThat(search(open, "oxaliplatine 85 mg folfox perfusion"))
                .extracting(hit -> hit.passage().page())
                .noneMatch(page -> page.startsWith("professionnels/"));
        assertThat(open.pageCoverages(ANALYSER.read("doses de folfox")).keySet())
                .noneMatch(page -> page.startsWith("professionnels/"));
    }

    @Test
    void tellsHowMuchOfAQuestionEachPageHolds() {
        Map<String, Double> coverages = everything.pageCoverages(ANALYSER.read("siestes contre la fatigue"));

        assertThat(coverages.values()).allMatch(coverage -> coverage > 0 && coverage <= 1);
        assertThat(coverages.entrySet().stream().max(Map.Entry.comparingByValue()))
                .map(Map.Entry::getKey)
                .hasValue("grand-public/conseils-pratiques/fatigue");
    }

    private static List<PassageHit> search(PassageRetriever retriever, String question) {
        return retriever.search(ANALYSER.read(question), 10);
    }

    private static PassageRetriever retriever(Audience audience) {
        return new PassageRetriever(CONTENT.pages().stream()
                .filter(page -> audience.mayRead(page.audience()))
                .map(page -> AnalysedPage.of(page, ANALYSER))
                .toList());
    }
}

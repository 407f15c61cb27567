package fr.gercor.faq.checking;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Passage;
import fr.gercor.faq.content.Quote;
import fr.gercor.faq.source.Faults;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;

/** Public pages are written in sentences that a tired reader can follow. */
final class SentenceCheck implements Check {

    /** The most words of a sentence, on the average of a page. */
    private static final double MOST_WORDS = 20;

    @Override
    public void check(Corpus corpus, Faults faults) {
        for (Page page : corpus.pages()) {
            LongSummaryStatistics words = page.passages().stream()
                    .flatMapToLong(SentenceCheck::words)
                    .filter(count -> count > 0)
                    .summaryStatistics();
            if (page.audience() == Audience.PUBLIC && words.getAverage() > MOST_WORDS) {
                faults.warning(
                        corpus.fileOf(page),
                        1,
                        "a sentence of this page is " + Math.round(words.getAverage() * 10) / 10.0
                                + " words long on average; " + Math.round(MOST_WORDS) + " or less are wanted");
            }
        }
    }

    /** The words of each sentence; an item of a list counts as one, a row of a table as none. */
    private static LongStream words(Passage passage) {
        return switch (passage.kind()) {
            case PARAGRAPH -> passage.sentences().stream().map(Quote::text).mapToLong(LengthCheck::words);
            case LIST -> passage.text().lines().mapToLong(LengthCheck::words);
            case ROW -> LongStream.empty();
        };
    }
}

package fr.gercor.faq.checking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.testsupport.WholeContent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What is served holds no fault; the clock stands still, so that a page which grows old fails no build. */
class ServedContentTests {

    private static final Clock WRITTEN = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    @Test
    void findsNothingWrongInWhatIsServed() {
        Report report = new Checker(SiteMap.ofTheSite(), WRITTEN, false)
                .check(
                        new Place("content", SourceFolder.read(WholeContent.CONTENT)),
                        new Place("intents", SourceFolder.read(WholeContent.INTENTS)));

        assertThat(report.faults()).isEmpty();
    }
}

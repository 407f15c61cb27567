package fr.gercor.faq.checking;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.source.Fault;
import fr.gercor.faq.source.Faults;
import java.time.LocalDate;

/** Pages are reviewed before their date passes. */
final class DateCheck implements Check {

    private final LocalDate today;
    private final Fault.Severity past;

    /** @param release whether a page past its date is an error */
    DateCheck(LocalDate today, boolean release) {
        this.today = today;
        this.past = release ? Fault.Severity.ERROR : Fault.Severity.WARNING;
    }

    @Override
    public void check(Corpus corpus, Faults faults) {
        for (Page page : corpus.pages()) {
            int line = corpus.lineOf(page, "validUntil");
            if (page.validUntil().isBefore(page.reviewedOn())) {
                faults.error(corpus.fileOf(page), line, "\"validUntil\" is earlier than \"reviewedOn\"");
            } else if (page.validUntil().isBefore(today)) {
                faults.add(new Fault(
                        corpus.fileOf(page),
                        line,
                        "the page was valid until " + page.validUntil() + ": review it",
                        past));
            }
        }
    }
}

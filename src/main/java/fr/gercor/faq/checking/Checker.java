package fr.gercor.faq.checking;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.source.Fault;
import fr.gercor.faq.source.Faults;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads both folders whole and applies every {@link Check}. */
public final class Checker {

    private final List<Check> checks;

    /**
     * @param siteMap the pages that there must be
     * @param clock by whose day pages are past their date
     * @param release whether a page past its date is an error
     */
    public Checker(SiteMap siteMap, Clock clock, boolean release) {
        checks = List.of(
                new SiteMapCheck(siteMap),
                new LinkCheck(),
                new RelatedCheck(),
                new DateCheck(LocalDate.now(clock), release),
                new LengthCheck(),
                new SentenceCheck(),
                new UnwrittenCheck(UnwrittenCheck.marks()),
                new CharacterCheck(),
                new IntentCheck(),
                new UtteranceCheck(),
                new FollowUpCheck(),
                new GlossaryCheck(),
                new LexiconCheck(),
                new RuleCheck(),
                new SituationCheck(),
                new ContactCheck(),
                new ProtocolCheck());
    }

    /** Everything that is wrong with what was written. */
    public Report check(Place content, Place intents) {
        Faults inContent = new Faults();
        Content read = new ContentReader().read(content.folder(), inContent);
        Faults inIntents = new Faults();
        Catalogue catalogue = new CatalogueReader().read(intents.folder(), inIntents);
        Faults found = new Faults();
        Corpus corpus = new Corpus(content, intents, read, catalogue);
        checks.forEach(check -> check.check(corpus, found));

        List<Fault> all = new ArrayList<>(found.all());
        inContent.all().forEach(fault -> all.add(renamed(fault, content)));
        inIntents.all().forEach(fault -> all.add(renamed(fault, intents)));
        List<Fault> sorted = all.stream()
                .distinct()
                .sorted(Comparator.comparing(Fault::file)
                        .thenComparing(Fault::line)
                        .thenComparing(Fault::message))
                .toList();
        return new Report(sorted, Counts.of(read, catalogue));
    }

    private static Fault renamed(Fault fault, Place place) {
        return new Fault(place.naming(fault.file()), fault.line(), fault.message(), fault.severity());
    }
}

package fr.gercor.faq.cli;

import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.checking.Checker;
import fr.gercor.faq.checking.Counts;
import fr.gercor.faq.checking.Place;
import fr.gercor.faq.checking.Report;
import fr.gercor.faq.checking.SiteMap;
import fr.gercor.faq.source.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads content and intents whole, and tells every fault by file and line. */
@Command(name = "check", customSynopsis = "check [--content DIR] [--intents DIR] [--release]")
final class CheckCommand implements Callable<Integer> {

    @Option(names = {"--content", "--faq.content"})
    private @Nullable Path content;

    @Option(names = {"--intents", "--faq.intents"})
    private @Nullable Path intents;

    @Option(names = "--release")
    private boolean release;

    @Override
    public Integer call() {
        Checker checker = new Checker(SiteMap.ofTheSite(), Clock.systemDefaultZone(), release);
        Report report = checker.check(place(content, "content"), place(intents, "intents"));
        for (Fault fault : report.faults()) {
            System.out.println(where(fault) + ": " + (fault.isError() ? "error: " : "warning: ") + fault.message());
        }
        summarise(report);
        return report.errors() > 0 ? 1 : 0;
    }

    private static Place place(@Nullable Path given, String name) {
        Engines.Folder folder = Engines.Folder.find(Optional.ofNullable(given), name);
        return new Place(folder.path().map(Path::toString).orElse(name), folder.read());
    }

    private static String where(Fault fault) {
        return fault.line() > 0 ? fault.file() + ":" + fault.line() : fault.file();
    }

    private static void summarise(Report report) {
        Counts counts = report.counts();
        System.out.printf(
                "pages %d public, %d professional; sections %d; passages %d; intents %d; utterances %d; terms %d;"
                        + " lexicon entries %d; rules %d; contacts %d%n",
                counts.publicPages(),
                counts.professionalPages(),
                counts.sections(),
                counts.passages(),
                counts.intents(),
                counts.utterances(),
                counts.terms(),
                counts.lexiconEntries(),
                counts.rules(),
                counts.contacts());
        System.out.printf("errors %d; warnings %d%n", report.errors(), report.warnings());
    }
}

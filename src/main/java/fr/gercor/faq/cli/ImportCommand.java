package fr.gercor.faq.cli;

import fr.gercor.faq.importing.Dropped;
import fr.gercor.faq.importing.Imported;
import fr.gercor.faq.importing.Importer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns pages of an existing site into drafts, and says what it left out. */
@Command(name = "import", customSynopsis = "import FILE... --to DIR")
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = List.of();

    @Option(names = "--to", paramLabel = "DIR", required = true)
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        boolean refused = false;
        for (Imported each : new Importer(Clock.systemDefaultZone()).importAll(files, folder)) {
            switch (each) {
                case Imported.Drafted drafted -> tell(drafted);
                case Imported.Refused(Path file, String reason) -> {
                    refused = true;
                    System.err.println(file + ": refused: " + reason);
                }
            }
        }
        return refused ? 1 : 0;
    }

    private static void tell(Imported.Drafted drafted) {
        for (Dropped dropped : drafted.dropped()) {
            System.out.println(drafted.file() + (dropped.line() > 0 ? ":" + dropped.line() : "") + ": " + dropped);
        }
        System.out.println(drafted.file() + ": written to " + drafted.draft() + ", \"" + drafted.title()
                + "\", sections: " + drafted.sections());
    }
}

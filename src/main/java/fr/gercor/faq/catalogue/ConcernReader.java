package fr.gercor.faq.catalogue;

import fr.gercor.faq.catalogue.RuleBook.Kind;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.source.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the files of examples at the top of {@code intents/}. */
final class ConcernReader {

    private static final String PREFIX = "exemples-";
    private static final String ORDINARY = "ordinary";

    private ConcernReader() {}

    /** The concerns of every file that is there; faults are reported to {@code faults}. */
    static List<Concern> read(SourceFolder folder, Faults faults) {
        List<Concern> concerns = new ArrayList<>();
        for (SourceFile file : folder.filesEndingIn(".yml")) {
            if (file.path().startsWith(PREFIX)) {
                YamlNode.read(file, faults).ifPresent(node -> concerns.add(concern(node, faults)));
            }
        }
        return concerns;
    }

    private static Concern concern(YamlNode node, Faults faults) {
        node.onlyFields(faults, "id", "kind", "title", "page", "examples");
        return new Concern(
                node.text("id", faults),
                kind(node, faults),
                node.text("title", faults),
                node.optionalText("page", faults).orElse(""),
                node.texts("examples", faults));
    }

    private static Optional<Kind> kind(YamlNode node, Faults faults) {
        String written = node.text("kind", faults);
        if (written.equals(ORDINARY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Kind.valueOf(written.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            faults.error(node.file(), node.line(), "\"kind\" is medical, suicide, diagnosis, protocol or ordinary");
            return Optional.empty();
        }
    }
}

package fr.gercor.faq.catalogue;

import fr.gercor.faq.catalogue.Additions.Said;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes additions into the text of the files, line by line, so that what the authors wrote, comments among it, stays as it is. Each
 * change is read again, and dropped where the file would no longer say all that it said.
 */
final class AdditionsWriter {

    private static final String OUT_OF_SCOPE = "hors-sujet.yml";
    private static final String LEXICON = "lexique.yml";
    private static final String INTENTS = "intents";
    private static final String UTTERANCES = "utterances";

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> fileOfIntent = new LinkedHashMap<>();

    AdditionsWriter(SourceFolder folder) {
        folder.files().forEach(file -> texts.put(file.path(), file.text()));
        for (SourceFile file : folder.filesEndingIn(".yml")) {
            if (file.path().contains("/")) {
                nodes(file.path(), INTENTS)
                        .forEach(node -> fileOfIntent.putIfAbsent(node.text("id", new Faults()), file.path()));
            }
        }
    }

    SourceFolder write(Additions additions) {
        additions.intents().forEach(this::intent);
        for (Said said : additions.utterances()) {
            Optional.ofNullable(fileOfIntent.get(said.to())).ifPresent(file -> utterance(file, INTENTS, said));
        }
        additions.topics().forEach(said -> utterance(OUT_OF_SCOPE, "topics", said));
        additions.entries().forEach(this::entry);
        return new SourceFolder(texts.entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), file.getValue()))
                .toList());
    }

    private void utterance(String file, String field, Said said) {
        Optional<YamlNode> owner = nodes(file, field).stream()
                .filter(node -> node.text("id", new Faults()).equals(said.to()))
                .findFirst();
        List<YamlNode> there =
                owner.map(node -> node.items(UTTERANCES, new Faults())).orElse(List.of());
        boolean known = there.stream().anyMatch(node -> node.text(new Faults()).equals(said.text()));
        if (there.isEmpty() || known) {
            return;
        }
        List<String> lines = lines(file);
        int last = there.getLast().line() - 1;
        String line = lines.get(last);
        if (line.stripLeading().startsWith("- ") && !line.contains(UTTERANCES)) {
            lines.add(last + 1, indent(line) + "- " + quoted(said.text()));
        } else {
            closeFlow(lines, last, ", " + quoted(said.text()));
        }
        keep(file, lines, field);
    }

    /** Puts {@code more} before the bracket that ends the list whose last item stands on line {@code from}. */
    private static void closeFlow(List<String> lines, int from, String more) {
        for (int i = from; i < lines.size(); i++) {
            int bracket = lines.get(i).lastIndexOf(']');
            if (bracket >= 0) {
                lines.set(
                        i,
                        lines.get(i).substring(0, bracket) + more + lines.get(i).substring(bracket));
                return;
            }
        }
    }

    private void intent(Intent intent) {
        if (fileOfIntent.containsKey(intent.id())) {
            intent.utterances()
                    .forEach(text -> utterance(
                            java.util.Objects.requireNonNull(fileOfIntent.get(intent.id())),
                            INTENTS,
                            new Said(intent.id(), text)));
            return;
        }
        String file = intent.page() + ".yml";
        List<YamlNode> there = nodes(file, INTENTS);
        List<String> lines = texts.containsKey(file)
                ? lines(file)
                : new ArrayList<>(List.of("page: " + intent.page(), INTENTS + ":"));
        String indent =
                there.isEmpty() ? "  " : indent(lines.get(there.getFirst().line() - 1));
        lines.add(indent + "- id: " + intent.id());
        lines.add(indent + "  section: " + intent.section());
        lines.add(indent + "  label: " + quoted(intent.label()));
        lines.add(indent + "  followUps: [" + String.join(", ", intent.followUps()) + "]");
        lines.add(indent + "  utterances:");
        intent.utterances().forEach(text -> lines.add(indent + "    - " + quoted(text)));
        if (keep(file, lines, INTENTS)) {
            fileOfIntent.put(intent.id(), file);
        }
    }

    private void entry(LexiconEntry entry) {
        boolean known = nodes(LEXICON, "entries").stream()
                .anyMatch(node -> node.texts("forms", new Faults()).containsAll(entry.forms()));
        if (known) {
            return;
        }
        List<String> lines = texts.containsKey(LEXICON) ? lines(LEXICON) : new ArrayList<>(List.of("entries:"));
        String forms = entry.forms().stream().map(AdditionsWriter::quoted).collect(Collectors.joining(", "));
        lines.add("  - forms: [" + forms + "]");
        lines.add("    means: " + quoted(entry.means()));
        lines.add("    kind: " + entry.kind().name().toLowerCase(Locale.ROOT));
        entry.leadsTo().ifPresent(page -> lines.add("    leadsTo: " + page));
        entry.question().ifPresent(question -> lines.add("    question: " + quoted(question)));
        keep(LEXICON, lines, "entries");
    }

    private List<YamlNode> nodes(String file, String field) {
        String text = texts.get(file);
        return text == null
                ? List.of()
                : YamlNode.read(new SourceFile(file, text), new Faults())
                        .map(node -> node.items(field, new Faults()))
                        .orElse(List.of());
    }

    /** Keeps the new text of a file if it can be read and still says what it said. */
    private boolean keep(String file, List<String> lines, String field) {
        String text = String.join("\n", lines) + "\n";
        Faults faults = new Faults();
        List<YamlNode> now = YamlNode.read(new SourceFile(file, text), faults)
                .map(node -> node.items(field, faults))
                .orElse(List.of());
        long before = nodes(file, field).stream().flatMap(AdditionsWriter::said).count();
        if (faults.hasErrors() || now.stream().flatMap(AdditionsWriter::said).count() <= before) {
            return false;
        }
        texts.put(file, text);
        return true;
    }

    private static Stream<String> said(YamlNode node) {
        return Stream.concat(
                node.texts(node.names().contains("forms") ? "forms" : UTTERANCES, new Faults()).stream(),
                Stream.of("itself"));
    }

    private List<String> lines(String file) {
        List<String> lines = new ArrayList<>(
                List.of(java.util.Objects.requireNonNull(texts.get(file)).split("\n", -1)));
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        return lines;
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** A text between double quotes, on one line. */
    private static String quoted(String text) {
        String plain = text.strip().replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085\\s]+", " ");
        return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

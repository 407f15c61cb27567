package fr.gercor.faq.catalogue;

import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.source.UnreadableSourceException;
import fr.gercor.faq.source.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the folder {@code intents/} whole. */
public final class CatalogueReader {

    private static final String LEXICON = "lexique.yml";
    private static final String SMALL_TALK = "conversation.yml";
    private static final String OUT_OF_SCOPE = "hors-sujet.yml";
    private static final String SITUATIONS = "situations.yml";

    /**
     * The catalogue, if nothing is wrong with it.
     *
     * @throws UnreadableSourceException with every fault found
     */
    public Catalogue read(SourceFolder folder) {
        Faults faults = new Faults();
        Catalogue catalogue = read(folder, faults);
        if (faults.hasErrors()) {
            throw new UnreadableSourceException(faults.errors());
        }
        return catalogue;
    }

    /** What can be read, with every fault reported to {@code faults}. */
    public Catalogue read(SourceFolder folder, Faults faults) {
        List<Intent> intents = new ArrayList<>();
        for (SourceFile file : folder.filesEndingIn(".yml")) {
            if (file.path().contains("/")) {
                YamlNode.read(file, faults).ifPresent(node -> intents(file, node, intents, faults));
            }
        }
        reportRepeated(folder, intents, faults);
        return new Catalogue(
                intents,
                lexicon(folder, faults),
                topics(folder, SMALL_TALK, faults),
                topics(folder, OUT_OF_SCOPE, faults),
                rules(folder, faults),
                ConcernReader.read(folder, faults),
                situations(folder, faults));
    }

    private static void intents(SourceFile file, YamlNode node, List<Intent> intents, Faults faults) {
        node.onlyFields(faults, "page", "intents");
        String page = node.text("page", faults);
        if (!page.equals(file.id())) {
            faults.error(file.path(), node.line(), "\"page\" is the path of the file without .yml: " + file.id());
        }
        for (YamlNode item : node.items("intents", faults)) {
            item.onlyFields(faults, "id", "section", "label", "followUps", "escalates", "utterances");
            intents.add(new Intent(
                    item.text("id", faults),
                    page,
                    item.text("section", faults),
                    item.text("label", faults),
                    item.texts("utterances", faults),
                    item.texts("followUps", faults),
                    escalates(item, faults)));
        }
    }

    private static boolean escalates(YamlNode node, Faults faults) {
        String written = node.optionalText("escalates", faults).orElse("false");
        if (!written.equals("true") && !written.equals("false")) {
            faults.error(node.file(), node.line(), "\"escalates\" is true or false, not \"" + written + "\"");
        }
        return written.equals("true");
    }

    private static void reportRepeated(SourceFolder folder, List<Intent> intents, Faults faults) {
        Map<String, String> seen = new HashMap<>();
        for (Intent intent : intents) {
            String file = intent.page() + ".yml";
            String before = seen.put(intent.id(), file);
            if (before != null) {
                int line = folder.file(file)
                        .map(source -> lineOf(source.text(), intent.id()))
                        .orElse(0);
                faults.error(file, line, "the intent \"" + intent.id() + "\" stands in " + before + " too");
            }
        }
    }

    private static int lineOf(String text, String wanted) {
        int line = 1;
        int last = 0;
        for (String each : text.split("\n", -1)) {
            if (each.contains(wanted)) {
                last = line;
            }
            line++;
        }
        return last;
    }

    private static List<LexiconEntry> lexicon(SourceFolder folder, Faults faults) {
        List<LexiconEntry> entries = new ArrayList<>();
        for (YamlNode node : entries(folder, LEXICON, "entries", faults)) {
            node.onlyFields(faults, "forms", "means", "kind", "leadsTo", "question");
            LexiconEntry.Kind kind = LexiconEntry.Kind.LAY;
            String written = node.text("kind", faults);
            try {
                kind = LexiconEntry.Kind.valueOf(written.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                faults.error(node.file(), node.line(), "\"kind\" is lay, drug, acronym, regional, misspelling or sms");
            }
            entries.add(new LexiconEntry(
                    node.texts("forms", faults),
                    node.text("means", faults),
                    kind,
                    node.optionalText("leadsTo", faults),
                    node.optionalText("question", faults)));
        }
        return entries;
    }

    private static List<Topic> topics(SourceFolder folder, String path, Faults faults) {
        List<Topic> topics = new ArrayList<>();
        for (YamlNode node : entries(folder, path, "topics", faults)) {
            node.onlyFields(faults, "id", "page", "terms", "utterances");
            topics.add(new Topic(
                    node.text("id", faults),
                    node.texts("terms", faults),
                    node.texts("utterances", faults),
                    node.optionalText("page", faults)));
        }
        return topics;
    }

    private static Situations situations(SourceFolder folder, Faults faults) {
        return folder.file(SITUATIONS)
                .flatMap(file -> YamlNode.read(file, faults))
                .map(node -> node.onlyFields(faults, "pages", "situations"))
                .map(node -> new Situations(
                        node.texts("pages", faults),
                        node.items("situations", faults).stream()
                                .map(item -> situation(item, faults))
                                .toList()))
                .orElse(Situations.NONE);
    }

    private static Situations.Situation situation(YamlNode node, Faults faults) {
        node.onlyFields(faults, "names", "words", "before", "after", "except");
        List<String> before = node.texts("before", faults);
        List<String> after = node.texts("after", faults);
        if (before.isEmpty() && after.isEmpty()) {
            faults.error(node.file(), node.line(), "a situation says something before a question or after it");
        }
        return new Situations.Situation(
                Set.copyOf(node.texts("names", faults)),
                node.texts("words", faults),
                before,
                after,
                Set.copyOf(node.texts("except", faults)));
    }

    private static RuleBook rules(SourceFolder folder, Faults faults) {
        return new RuleBookReader().read(folder, faults);
    }

    private static List<YamlNode> entries(SourceFolder folder, String path, String field, Faults faults) {
        return folder.file(path)
                .flatMap(file -> YamlNode.read(file, faults))
                .map(node -> node.onlyFields(faults, field).items(field, faults))
                .orElse(List.of());
    }
}

package fr.gercor.faq.catalogue;

import fr.gercor.faq.catalogue.RuleBook.Circumstances;
import fr.gercor.faq.catalogue.RuleBook.Kind;
import fr.gercor.faq.catalogue.RuleBook.Rule;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.source.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files of rules at the top of {@code intents/}, and checks that every list that a sign names is there. */
final class RuleBookReader {

    /** The files in the order in which their rules are tried: a life at risk comes before everything. */
    private static final List<RuleFile> FILES = List.of(
            new RuleFile("detresse.yml", Kind.SUICIDE),
            new RuleFile("urgences.yml", Kind.MEDICAL),
            new RuleFile("protocoles.yml", Kind.PROTOCOL),
            new RuleFile("diagnostic.yml", Kind.DIAGNOSIS));

    private static final Pattern NAMED_LIST = Pattern.compile("\\{([^}]*)}");

    private record RuleFile(String path, Kind kind) {}

    private final Map<String, String> spellings = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, List<String>> circumstances = new LinkedHashMap<>();
    private final List<YamlNode> signs = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** The rules of every file that is there; faults are reported to {@code faults}. */
    RuleBook read(SourceFolder folder, Faults faults) {
        for (RuleFile file : FILES) {
            folder.file(file.path())
                    .flatMap(source -> YamlNode.read(source, faults))
                    .ifPresent(node -> read(node, file.kind(), faults));
        }
        reportUnknownLists(faults);
        return new RuleBook(
                spellings,
                words,
                rules,
                new Circumstances(
                        circumstance("about"),
                        circumstance("live"),
                        circumstance("past"),
                        circumstance("done"),
                        circumstance("denied"),
                        circumstance("deniedAfter")));
    }

    private void read(YamlNode node, Kind kind, Faults faults) {
        node.onlyFields(faults, "spellings", "words", "circumstances", "rules");
        node.field("spellings").ifPresent(each -> each.names()
                .forEach(read -> each.texts(read, faults).forEach(written -> spellings.put(written, read))));
        node.field("words").ifPresent(lists -> lists.names().forEach(name -> {
            if (words.put(name, signs(lists, name, faults)) != null) {
                faults.error(node.file(), lists.line(), "the list \"" + name + "\" stands in another file too");
            }
        }));
        node.field("circumstances").ifPresent(each -> {
            each.onlyFields(faults, "about", "live", "past", "done", "denied", "deniedAfter");
            each.names().forEach(name -> circumstances
                    .computeIfAbsent(name, ignored -> new ArrayList<>())
                    .addAll(signs(each, name, faults)));
        });
        node.items("rules", faults).forEach(rule -> rules.add(rule(rule, kind, faults)));
    }

    private List<String> circumstance(String name) {
        return circumstances.getOrDefault(name, List.of());
    }

    private Rule rule(YamlNode node, Kind kind, Faults faults) {
        node.onlyFields(faults, "id", "title", "page", "signs", "mentions", "unless", "examples", "counterExamples");
        String id = node.text("id", faults);
        if (!ids.add(id)) {
            faults.error(node.file(), node.line(), "the rule \"" + id + "\" stands twice");
        }
        return new Rule(
                id,
                kind,
                node.text("title", faults),
                node.optionalText("page", faults).orElse(""),
                signs(node, "signs", faults),
                signs(node, "mentions", faults),
                signs(node, "unless", faults),
                node.texts("examples", faults),
                node.texts("counterExamples", faults));
    }

    private List<String> signs(YamlNode node, String name, Faults faults) {
        signs.addAll(node.items(name, faults));
        return node.texts(name, faults);
    }

    private void reportUnknownLists(Faults faults) {
        for (YamlNode sign : signs) {
            Matcher list = NAMED_LIST.matcher(sign.text(faults));
            while (list.find()) {
                if (!words.containsKey(list.group(1))) {
                    faults.error(sign.file(), sign.line(), "there is no list of words {" + list.group(1) + "}");
                }
            }
        }
    }
}

package fr.gercor.faq.checking;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.question.Folding;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that authors wrote, as it was read and as it stands in their files, so that a fault can be told where it stands. */
final class Corpus {

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\n(.*?\n)---\n", Pattern.DOTALL);

    private final Place contentPlace;
    private final Place intentsPlace;
    private final Content content;
    private final Catalogue catalogue;
    private final Map<String, SourceFile> pageFiles = new HashMap<>();
    private final List<WrittenIntent> intents = new ArrayList<>();

    /** An intent as it stands in its file. */
    record WrittenIntent(String id, String page, YamlNode node) {

        /** The utterances, each with its line. */
        List<YamlNode> utterances() {
            return node.items("utterances", new Faults());
        }
    }

    Corpus(Place contentPlace, Place intentsPlace, Content content, Catalogue catalogue) {
        this.contentPlace = contentPlace;
        this.intentsPlace = intentsPlace;
        this.content = content;
        this.catalogue = catalogue;
        for (SourceFile file : contentPlace.folder().filesEndingIn(".md")) {
            pageFiles.put(file.id(), file);
        }
        for (SourceFile file : intentsPlace.folder().filesEndingIn(".yml")) {
            if (file.path().contains("/")) {
                yaml(file).ifPresent(root -> root.items("intents", new Faults())
                        .forEach(node -> intents.add(new WrittenIntent(text(node, "id"), file.id(), node))));
            }
        }
    }

    Content content() {
        return content;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** The pages that could be read. */
    Iterable<Page> pages() {
        return content.pages();
    }

    List<WrittenIntent> intents() {
        return List.copyOf(intents);
    }

    /** Whether a page is written, readable or not: what keeps it from being read is told once, and by its reader. */
    boolean hasPage(String id) {
        return pageFiles.containsKey(id);
    }

    /** Whether a page is written under a folder, which ends with a slash. */
    boolean hasFolder(String folder) {
        return pageFiles.keySet().stream().anyMatch(id -> id.startsWith(folder));
    }

    /** Whether a page has a section at {@code anchor}; yes where the page can't be read. */
    boolean hasSection(String id, String anchor) {
        Optional<Page> page = content.page(id);
        return page.isEmpty() ? hasPage(id) : page.get().section(anchor).isPresent();
    }

    /** What is wrong with {@code page} or {@code page#anchor}, if anything. */
    Optional<String> faultOf(String target) {
        String[] parts = target.split("#", 2);
        if (!hasPage(parts[0])) {
            return Optional.of("there is no page \"" + parts[0] + "\"");
        }
        boolean alive = parts.length == 1 || hasSection(parts[0], parts[1]);
        return alive ? Optional.empty() : Optional.of("the page \"" + parts[0] + "\" has no section #" + parts[1]);
    }

    /** How a report names a file of {@code content/}. */
    String inContent(String path) {
        return contentPlace.naming(path);
    }

    /** How a report names the file of a page. */
    String fileOf(Page page) {
        return inContent(page.id() + ".md");
    }

    /** How a report names a file of {@code intents/}. */
    String inIntents(String path) {
        return intentsPlace.naming(path);
    }

    /** A file at the top of {@code content/}, as YAML; empty where it is not there or can't be read. */
    Optional<YamlNode> contentYaml(String path) {
        return contentPlace.folder().file(path).flatMap(Corpus::yaml);
    }

    /** A file at the top of {@code intents/}, as YAML; empty where it is not there or can't be read. */
    Optional<YamlNode> intentsYaml(String path) {
        return intentsPlace.folder().file(path).flatMap(Corpus::yaml);
    }

    /** Every file of both folders, by the name that a report gives it. */
    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        contentPlace.folder().files().forEach(file -> texts.put(inContent(file.path()), file.text()));
        intentsPlace.folder().files().forEach(file -> texts.put(inIntents(file.path()), file.text()));
        return texts;
    }

    /** The front matter of a page that could be read. */
    YamlNode frontMatter(Page page) {
        SourceFile file = file(page);
        Matcher front = FRONT_MATTER.matcher(file.text());
        if (!front.find()) {
            throw new IllegalArgumentException("A page that was read has front matter: " + page.id());
        }
        return YamlNode.read(file.path(), front.group(1), 2, new Faults()).orElseThrow();
    }

    /** The line of a field of a page's front matter; the first where the field is left out. */
    int lineOf(Page page, String field) {
        return frontMatter(page).field(field).map(YamlNode::line).orElse(1);
    }

    /** The first line of a page at or below {@code from} that holds {@code wanted}; {@code from} where none does. */
    int lineOf(Page page, String wanted, int from) {
        String[] lines = file(page).text().split("\n", -1);
        for (int line = Math.max(1, from); line <= lines.length; line++) {
            if (lines[line - 1].contains(wanted)) {
                return line;
            }
        }
        return Math.max(1, from);
    }

    /** The text of a field, empty where it is not there. */
    static String text(YamlNode node, String field) {
        return node.optionalText(field, new Faults()).orElse("");
    }

    /** The text of a node, empty where it is none. */
    static String text(YamlNode node) {
        return node.text(new Faults());
    }

    /** What two texts share that differ only in case, accents and punctuation. */
    static String folded(String text) {
        return Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private SourceFile file(Page page) {
        SourceFile file = pageFiles.get(page.id());
        if (file == null) {
            throw new IllegalArgumentException("A page that was read has a file: " + page.id());
        }
        return file;
    }

    private static Optional<YamlNode> yaml(SourceFile file) {
        return YamlNode.read(file, new Faults());
    }
}

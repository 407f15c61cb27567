package fr.gercor.faq.content;

import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.source.UnreadableSourceException;
import fr.gercor.faq.source.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the folder {@code content/} whole. */
public final class ContentReader {

    private static final String CONTACTS = "contacts.yml";
    private static final String GLOSSARY = "glossaire.yml";

    /**
     * The content, if nothing is wrong with it.
     *
     * @throws UnreadableSourceException with every fault found
     */
    public Content read(SourceFolder folder) {
        Faults faults = new Faults();
        Content content = read(folder, faults);
        if (faults.hasErrors()) {
            throw new UnreadableSourceException(faults.errors());
        }
        return content;
    }

    /** What can be read, with every fault reported to {@code faults}. */
    public Content read(SourceFolder folder, Faults faults) {
        PageReader reader = new PageReader();
        List<Page> pages = new ArrayList<>();
        for (SourceFile file : folder.filesEndingIn(".md")) {
            reader.read(file, faults).ifPresent(pages::add);
        }
        PlanReader plan = new PlanReader(folder, pages, faults);
        return new Content(pages, contacts(folder, faults), glossary(folder, faults), plan.plan(), plan.redirects());
    }

    private static List<Contact> contacts(SourceFolder folder, Faults faults) {
        List<Contact> contacts = new ArrayList<>();
        for (YamlNode node : entries(folder, CONTACTS, "contacts", faults)) {
            node.onlyFields(faults, "id", "name", "phone", "hours", "when", "source", "checkedOn", "urgencies");
            contacts.add(new Contact(
                    node.text("id", faults),
                    node.text("name", faults),
                    node.text("phone", faults),
                    node.text("hours", faults),
                    node.text("when", faults),
                    node.text("source", faults),
                    node.date("checkedOn", faults),
                    node.texts("urgencies", faults)));
        }
        return contacts;
    }

    private static List<Term> glossary(SourceFolder folder, Faults faults) {
        List<Term> terms = new ArrayList<>();
        for (YamlNode node : entries(folder, GLOSSARY, "terms", faults)) {
            node.onlyFields(faults, "term", "definition", "synonyms", "page");
            terms.add(new Term(
                    node.text("term", faults),
                    node.text("definition", faults),
                    node.texts("synonyms", faults),
                    node.optionalText("page", faults)));
        }
        return terms;
    }

    private static List<YamlNode> entries(SourceFolder folder, String path, String field, Faults faults) {
        return folder.file(path)
                .flatMap(file -> YamlNode.read(file, faults))
                .map(node -> node.onlyFields(faults, field).items(field, faults))
                .orElse(List.of());
    }
}

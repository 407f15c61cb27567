package fr.gercor.faq.checking;

import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.YamlNode;
import java.util.HashSet;
import java.util.Set;

/** No two contacts go by one id. */
final class ContactCheck implements Check {

    private static final String FILE = "contacts.yml";

    @Override
    public void check(Corpus corpus, Faults faults) {
        Set<String> ids = new HashSet<>();
        corpus.contentYaml(FILE).stream()
                .flatMap(root -> root.items("contacts", new Faults()).stream())
                .flatMap(contact -> contact.field("id").stream())
                .filter(id -> !ids.add(Corpus.text(id)))
                .forEach(id -> report(corpus, id, faults));
    }

    private static void report(Corpus corpus, YamlNode id, Faults faults) {
        faults.error(corpus.inContent(FILE), id.line(), "the contact \"" + Corpus.text(id) + "\" stands twice");
    }
}

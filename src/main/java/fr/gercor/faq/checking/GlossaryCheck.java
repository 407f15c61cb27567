package fr.gercor.faq.checking;

import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No word of the glossary means two things, and the page that says more is there. */
final class GlossaryCheck implements Check {

    private static final String FILE = "glossaire.yml";

    @Override
    public void check(Corpus corpus, Faults faults) {
        Map<String, Integer> seen = new HashMap<>();
        String file = corpus.inContent(FILE);
        for (YamlNode term : terms(corpus)) {
            for (YamlNode name : names(term)) {
                Integer before = seen.putIfAbsent(Corpus.folded(Corpus.text(name)), name.line());
                if (before != null) {
                    faults.error(file, name.line(), "\"" + Corpus.text(name) + "\" stands already on line " + before);
                }
            }
            term.field("page").ifPresent(page -> corpus.faultOf(Corpus.text(page))
                    .ifPresent(message -> faults.error(file, page.line(), message)));
        }
    }

    static List<YamlNode> terms(Corpus corpus) {
        return corpus.contentYaml(FILE)
                .map(root -> root.items("terms", new Faults()))
                .orElse(List.of());
    }

    /** The term and its synonyms. */
    static List<YamlNode> names(YamlNode term) {
        List<YamlNode> names = new ArrayList<>();
        term.field("term").ifPresent(names::add);
        names.addAll(term.items("synonyms", new Faults()));
        return names;
    }
}

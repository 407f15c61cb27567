package fr.gercor.faq.checking;

import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every entry of the lexicon leads somewhere, is tested by a question that holds one of its forms, and shares no form. */
final class LexiconCheck implements Check {

    private static final String FILE = "lexique.yml";

    @Override
    public void check(Corpus corpus, Faults faults) {
        Set<String> terms = GlossaryCheck.terms(corpus).stream()
                .flatMap(term -> GlossaryCheck.names(term).stream())
                .map(name -> Corpus.folded(Corpus.text(name)))
                .collect(Collectors.toSet());
        List<YamlNode> entries = corpus.intentsYaml(FILE)
                .map(root -> root.items("entries", new Faults()))
                .orElse(List.of());
        String file = corpus.inIntents(FILE);
        Map<String, YamlNode> seen = new HashMap<>();
        for (YamlNode entry : entries) {
            reportShared(entry, file, seen, faults);
            entry.field("leadsTo").ifPresent(target -> fault(corpus, Corpus.text(target), terms)
                    .ifPresent(message -> faults.error(file, target.line(), message)));
            reportUntested(entry, file, faults);
        }
    }

    /** Only the first of two entries would ever be seen; within one entry, spellings may fold into one. */
    private static void reportShared(YamlNode entry, String file, Map<String, YamlNode> seen, Faults faults) {
        for (YamlNode form : entry.items("forms", new Faults())) {
            YamlNode before = seen.putIfAbsent(Corpus.folded(Corpus.text(form)), entry);
            if (before != null && before != entry) {
                faults.error(
                        file,
                        form.line(),
                        "the form \"" + Corpus.text(form) + "\" stands in the entry of line " + before.line() + " too");
            }
        }
    }

    private static Optional<String> fault(Corpus corpus, String target, Set<String> terms) {
        if (terms.contains(Corpus.folded(target))) {
            return Optional.empty();
        }
        return target.contains("/")
                ? corpus.faultOf(target)
                : Optional.of("\"" + target + "\" is neither a page nor a term of the glossary");
    }

    private static void reportUntested(YamlNode entry, String file, Faults faults) {
        Optional<YamlNode> question = entry.field("question");
        if (question.isEmpty()) {
            faults.error(file, entry.line(), "a question tests the entry: write one under \"question\"");
            return;
        }
        String asked = " " + Corpus.folded(Corpus.text(question.get())) + " ";
        boolean held = entry.items("forms", new Faults()).stream()
                .map(form -> Corpus.folded(Corpus.text(form)))
                .anyMatch(form -> asked.contains(" " + form + " "));
        if (!held) {
            faults.error(
                    file,
                    question.get().line(),
                    "the question holds none of the forms: " + Corpus.text(question.get()));
        }
    }
}

package fr.gercor.faq.checking;

import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.YamlNode;
import java.util.List;
import java.util.Optional;

/** Every rule of the triage can be read, is shown by an example, and leads to a section that is written. */
final class RuleCheck implements Check {

    private static final List<String> FILES =
            List.of("detresse.yml", "urgences.yml", "protocoles.yml", "diagnostic.yml");
    private static final List<String> SIGNS = List.of("signs", "mentions", "unless");

    @Override
    public void check(Corpus corpus, Faults faults) {
        for (String file : FILES) {
            corpus.intentsYaml(file).stream()
                    .flatMap(root -> root.items("rules", new Faults()).stream())
                    .forEach(rule -> check(corpus, corpus.inIntents(file), rule, faults));
        }
    }

    private static void check(Corpus corpus, String file, YamlNode rule, Faults faults) {
        String id = Corpus.text(rule, "id");
        for (String list : List.of("signs", "examples")) {
            if (rule.items(list, new Faults()).isEmpty()) {
                faults.error(file, rule.line(), "the rule \"" + id + "\" has no " + list);
            }
        }
        rule.field("page").ifPresent(page -> corpus.faultOf(Corpus.text(page))
                .ifPresent(message -> faults.error(file, page.line(), message)));
        for (String list : SIGNS) {
            for (YamlNode sign : rule.items(list, new Faults())) {
                fault(Corpus.text(sign))
                        .ifPresent(message -> faults.error(file, sign.line(), message + ": " + Corpus.text(sign)));
            }
        }
    }

    /** Only what is wrong whatever the signs mean; the lists that they name are the reader's to find. */
    private static Optional<String> fault(String sign) {
        if (count(sign, '{') != count(sign, '}')) {
            return Optional.of("the sign opens { and } in different numbers");
        }
        if (count(sign, '«') != count(sign, '»')) {
            return Optional.of("the sign opens « and » in different numbers");
        }
        return hasEmptyPart(sign) ? Optional.of("the sign has a part without words") : Optional.empty();
    }

    /** Parts stand on both sides of each {@code +} and {@code ++}. */
    private static boolean hasEmptyPart(String sign) {
        boolean empty = true;
        for (String piece : sign.strip().split("\\s+", -1)) {
            boolean between = piece.equals("+") || piece.equals("++");
            if (between && empty) {
                return true;
            }
            empty = between;
        }
        return empty;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}

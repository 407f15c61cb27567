package fr.gercor.faq.checking;

import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.YamlNode;
import java.util.List;

/** The pages that situations and small talk speak of are written. */
final class SituationCheck implements Check {

    private static final String SITUATIONS = "situations.yml";
    private static final String SMALL_TALK = "conversation.yml";

    @Override
    public void check(Corpus corpus, Faults faults) {
        corpus.intentsYaml(SITUATIONS).ifPresent(root -> {
            named(root, "pages").forEach(page -> checkPage(corpus, SITUATIONS, page, faults));
            root.items("situations", new Faults())
                    .forEach(situation -> List.of("names", "except").forEach(list -> named(situation, list)
                            .forEach(page -> checkPage(corpus, SITUATIONS, page, faults))));
        });
        corpus.intentsYaml(SMALL_TALK).stream()
                .flatMap(root -> root.items("topics", new Faults()).stream())
                .flatMap(topic -> topic.field("page").stream())
                .forEach(page -> checkPage(corpus, SMALL_TALK, page, faults));
    }

    private static List<YamlNode> named(YamlNode node, String list) {
        return node.items(list, new Faults());
    }

    private static void checkPage(Corpus corpus, String file, YamlNode page, Faults faults) {
        String id = Corpus.text(page);
        if (id.endsWith("/")) {
            if (!corpus.hasFolder(id)) {
                faults.error(corpus.inIntents(file), page.line(), "there is no page under \"" + id + "\"");
            }
            return;
        }
        corpus.faultOf(id).ifPresent(message -> faults.error(corpus.inIntents(file), page.line(), message));
    }
}

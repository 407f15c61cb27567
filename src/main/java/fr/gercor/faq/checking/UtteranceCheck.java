package fr.gercor.faq.checking;

import fr.gercor.faq.checking.Corpus.WrittenIntent;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No utterance stands twice, be it in one intent, in two, or in an intent and in small talk. */
final class UtteranceCheck implements Check {

    private static final List<String> TOPIC_FILES = List.of("conversation.yml", "hors-sujet.yml");

    @Override
    public void check(Corpus corpus, Faults faults) {
        Map<String, String> seen = new HashMap<>();
        for (WrittenIntent intent : corpus.intents()) {
            check(corpus, intent.id(), intent.utterances(), seen, faults);
        }
        for (String file : TOPIC_FILES) {
            corpus.intentsYaml(file).stream()
                    .flatMap(root -> root.items("topics", new Faults()).stream())
                    .forEach(topic -> check(
                            corpus, Corpus.text(topic, "id"), topic.items("utterances", new Faults()), seen, faults));
        }
    }

    private static void check(
            Corpus corpus, String id, List<YamlNode> utterances, Map<String, String> seen, Faults faults) {
        for (YamlNode utterance : utterances) {
            String folded = Corpus.folded(Corpus.text(utterance));
            String here = corpus.inIntents(utterance.file()) + ":" + utterance.line() + ", in \"" + id + "\"";
            String before = folded.isEmpty() ? null : seen.putIfAbsent(folded, here);
            if (before != null) {
                faults.error(
                        corpus.inIntents(utterance.file()),
                        utterance.line(),
                        "the utterance \"" + Corpus.text(utterance) + "\" of \"" + id + "\" stands already at "
                                + before);
            }
        }
    }
}

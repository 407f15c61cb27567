package fr.gercor.faq.checking;

import fr.gercor.faq.checking.Corpus.WrittenIntent;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.YamlNode;

/** Every intent leads to a section that is written, and is asked in enough ways to be known again. */
final class IntentCheck implements Check {

    private static final int FEWEST_UTTERANCES = 15;

    @Override
    public void check(Corpus corpus, Faults faults) {
        for (WrittenIntent intent : corpus.intents()) {
            String file = corpus.inIntents(intent.node().file());
            int line = intent.node()
                    .field("section")
                    .map(YamlNode::line)
                    .orElse(intent.node().line());
            corpus.faultOf(intent.page() + "#" + Corpus.text(intent.node(), "section"))
                    .ifPresent(
                            message -> faults.error(file, line, message + ", to which \"" + intent.id() + "\" leads"));
            int utterances = intent.utterances().size();
            if (utterances < FEWEST_UTTERANCES) {
                faults.error(
                        file,
                        intent.node().line(),
                        "\"" + intent.id() + "\" has " + utterances + " utterances; " + FEWEST_UTTERANCES
                                + " or more are wanted");
            }
        }
    }
}

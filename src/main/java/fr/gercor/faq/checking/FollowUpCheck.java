package fr.gercor.faq.checking;

import fr.gercor.faq.checking.Corpus.WrittenIntent;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.YamlNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every follow-up is another intent that exists. */
final class FollowUpCheck implements Check {

    @Override
    public void check(Corpus corpus, Faults faults) {
        Set<String> ids = corpus.intents().stream().map(WrittenIntent::id).collect(Collectors.toSet());
        for (WrittenIntent intent : corpus.intents()) {
            for (YamlNode followUp : intent.node().items("followUps", new Faults())) {
                String id = Corpus.text(followUp);
                fault(intent, id, ids)
                        .ifPresent(
                                message -> faults.error(corpus.inIntents(followUp.file()), followUp.line(), message));
            }
        }
    }

    private static Optional<String> fault(WrittenIntent intent, String id, Set<String> ids) {
        if (id.equals(intent.id())) {
            return Optional.of("\"" + id + "\" follows itself up");
        }
        return ids.contains(id) ? Optional.empty() : Optional.of("there is no intent \"" + id + "\" to follow up with");
    }
}

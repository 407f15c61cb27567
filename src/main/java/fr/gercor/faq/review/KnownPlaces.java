package fr.gercor.faq.review;

import fr.gercor.faq.catalogue.Additions;
import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.question.Folding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where questions should lead, as far as anybody has said: a reviewer, the author of the mend, or a patient whom the answer helped.
 * Places are {@code page}, {@code page#anchor} or an outcome.
 */
final class KnownPlaces {

    private final Map<String, String> places = new HashMap<>();

    /**
     * What is known while a mend is tried.
     *
     * @param reviewed places by question, from the judgements of reviewers
     * @param additions of the mend, whose author means each utterance to lead to its intent
     * @param catalogue that holds the intents, the new ones among them
     */
    KnownPlaces(Map<String, String> reviewed, Additions additions, Catalogue catalogue) {
        reviewed.forEach((question, place) -> places.put(Folding.fold(question).strip(), place));
        additions
                .utterances()
                .forEach(said -> catalogue.intent(said.to()).ifPresent(intent -> put(said.text(), intent)));
        additions.intents().forEach(intent -> intent.utterances().forEach(text -> put(text, intent)));
        additions.topics().forEach(said -> places.put(Folding.fold(said.text()).strip(), QuestionLog.REFUSED));
    }

    private void put(String text, Intent intent) {
        places.put(Folding.fold(text).strip(), intent.page());
    }

    Optional<String> of(AskedQuestion question) {
        Optional<String> said =
                Optional.ofNullable(places.get(Folding.fold(question.text()).strip()));
        return said.or(() -> Optional.of(question.page())
                .filter(page -> !page.isEmpty() && question.vote().equals("up")));
    }
}

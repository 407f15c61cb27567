package fr.gercor.faq.review;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.Topic;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.question.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds where an utterance belongs. */
public final class IntentFinder {

    private static final int NEAR_PAGES = 4;

    private final Engines engines;

    IntentFinder(Engines engines) {
        this.engines = engines;
    }

    /**
     * The intents that a question may have meant, then those that words name.
     *
     * @param question as it was asked; may be empty
     * @param words of a label, an id or a page; accents and endings after them don't matter; may be empty
     */
    public List<Intent> find(String question, String words, int most) {
        Engine engine = engines.current();
        Set<Intent> found = new LinkedHashSet<>();
        if (!words.isBlank()) {
            List<String> wanted = List.of(Folding.fold(words).strip().split("\\s+"));
            engine.catalogue().intents().stream()
                    .filter(intent -> wanted.stream().allMatch(described(intent)::contains))
                    .forEach(found::add);
        } else if (!question.isBlank()) {
            engine.search(question, NEAR_PAGES, Audience.PROFESSIONAL).forEach(hit -> {
                String page = hit.passage().page();
                List<Intent> ofPage = engine.catalogue().intents().stream()
                        .filter(intent -> intent.page().equals(page))
                        .toList();
                Stream.concat(
                                ofPage.stream().filter(intent -> intent.section()
                                        .equals(hit.passage().anchor())),
                                ofPage.stream())
                        .forEach(found::add);
            });
        }
        return found.stream().limit(most).toList();
    }

    private static String described(Intent intent) {
        return Folding.fold(intent.label() + " " + intent.id() + " " + intent.page());
    }

    /** Every {@code page#anchor} that an intent can lead to. */
    public List<String> places() {
        List<String> places = new ArrayList<>();
        for (Page page : engines.current().content().pages()) {
            page.sections().forEach(section -> places.add(page.id() + "#" + section.anchor()));
        }
        return places;
    }

    /** The names of the subjects that are out of scope on purpose. */
    public List<String> topics() {
        return engines.current().catalogue().outOfScope().stream()
                .map(Topic::id)
                .toList();
    }
}

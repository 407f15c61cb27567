package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.Topic;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An utterance as its author wrote it, before it is analysed.
 *
 * @param text of the utterance
 * @param label the page, or the topic that no page answers
 * @param sublabel the intent, or the topic again
 */
record Authored(String text, String label, String sublabel) {

    /** Stands at the place of one that was taken out. */
    static final Authored GONE = new Authored("", "", "");

    /** All that a catalogue holds for the pages of a content, always in the same order. */
    static List<Authored> of(Content content, Catalogue catalogue) {
        List<Authored> authored = new ArrayList<>();
        for (Intent intent : catalogue.intents()) {
            Optional<Page> page = content.page(intent.page());
            if (page.isPresent()) {
                List<String> texts = new ArrayList<>(intent.utterances());
                texts.add(intent.label());
                page.get().section(intent.section()).map(Section::heading).ifPresent(texts::add);
                texts.stream().distinct().forEach(text -> authored.add(new Authored(text, intent.page(), intent.id())));
            }
        }
        catalogue.smallTalk().forEach(topic -> add(topic, Understanding.SMALL_TALK, authored));
        catalogue.outOfScope().forEach(topic -> add(topic, Understanding.OUT_OF_SCOPE, authored));
        return authored;
    }

    private static void add(Topic topic, String prefix, List<Authored> authored) {
        String label = prefix + topic.id();
        topic.utterances().forEach(utterance -> authored.add(new Authored(utterance, label, label)));
    }
}

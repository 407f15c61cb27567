package fr.gercor.faq.checking;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;

/**
 * How much there is.
 *
 * @param publicPages that anybody may read
 * @param professionalPages for those who have logged in
 * @param sections of all pages, introductions left out
 * @param passages that may be quoted
 * @param utterances of all intents
 * @param terms of the glossary
 * @param lexiconEntries ways of speaking
 * @param rules of the triage
 */
public record Counts(
        long publicPages,
        long professionalPages,
        long sections,
        long passages,
        long intents,
        long utterances,
        long terms,
        long lexiconEntries,
        long rules,
        long contacts) {

    static Counts of(Content content, Catalogue catalogue) {
        long publicPages = content.pages().stream()
                .filter(page -> page.audience() == Audience.PUBLIC)
                .count();
        return new Counts(
                publicPages,
                content.pages().size() - publicPages,
                content.pages().stream()
                        .mapToLong(page -> page.sections().size())
                        .sum(),
                content.pages().stream()
                        .mapToLong(page -> page.passages().size())
                        .sum(),
                catalogue.intents().size(),
                catalogue.intents().stream()
                        .mapToLong(intent -> intent.utterances().size())
                        .sum(),
                content.glossary().size(),
                catalogue.lexicon().size(),
                catalogue.rules().rules().size(),
                content.contacts().size());
    }
}

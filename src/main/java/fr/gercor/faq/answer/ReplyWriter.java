package fr.gercor.faq.answer;

import fr.gercor.faq.answer.Reply.Action;
import fr.gercor.faq.answer.Reply.ContactLine;
import fr.gercor.faq.answer.Reply.Definition;
import fr.gercor.faq.answer.Reply.Notice;
import fr.gercor.faq.answer.Reply.Outcome;
import fr.gercor.faq.answer.Reply.QuotedPassage;
import fr.gercor.faq.answer.Reply.Suggestion;
import fr.gercor.faq.answer.Reply.Urgency;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Quote;
import fr.gercor.faq.content.Terms;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes replies: puts quotes, phrases and contacts where the contract wants them. Composes no sentence. */
final class ReplyWriter {

    /** The choice that says that none of the others is right. */
    static final String NONE = "none";

    private static final int MOST_DEFINITIONS = 3;

    private final Content content;
    private final Terms terms;
    private final Phrases phrases;
    private final Clock clock;

    ReplyWriter(Content content, Phrases phrases, Clock clock) {
        this.content = content;
        this.terms = new Terms(content.glossary());
        this.phrases = phrases;
        this.clock = clock;
    }

    /** A reply still being filled. */
    final class Draft {
        private final Outcome outcome;
        private final String text;
        private String language = "fr";
        private @Nullable String intent;
        private double confidence;
        private @Nullable Urgency urgency;
        private final List<QuotedPassage> passages = new ArrayList<>();
        private final List<Suggestion> suggestions = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();
        private final List<ContactLine> contacts = new ArrayList<>();

        Draft(Outcome outcome, String text) {
            this.outcome = outcome;
            this.text = text;
        }

        Draft language(String value) {
            language = value;
            return this;
        }

        Draft intent(@Nullable String value) {
            intent = value;
            return this;
        }

        Draft confidence(double value) {
            confidence = Math.clamp(Math.round(value * 1000) / 1000.0, 0, 1);
            return this;
        }

        Draft urgency(Urgency value) {
            urgency = value;
            return this;
        }

        Draft notice(Notice value) {
            if (!notices.contains(value)) {
                notices.add(value);
            }
            return this;
        }

        Draft quote(int part, Quote quote) {
            Page page = content.page(quote.page()).orElseThrow();
            boolean repeated =
                    passages.stream().anyMatch(passage -> passage.quote().equals(quote.text()));
            if (!repeated) {
                passages.add(QuotedPassage.of(part, page, quote));
            }
            return this;
        }

        Draft suggest(Suggestion suggestion) {
            if (suggestions.stream().noneMatch(each -> each.label().equals(suggestion.label()))) {
                suggestions.add(suggestion);
            }
            return this;
        }

        Draft suggest(List<Suggestion> more) {
            more.forEach(this::suggest);
            return this;
        }

        Draft contacts(String kind) {
            content.contacts(kind)
                    .forEach(contact -> contacts.add(new ContactLine(
                            contact.name(), contact.phone(), contact.when() + " (" + contact.hours() + ")")));
            return this;
        }

        List<QuotedPassage> passages() {
            return passages;
        }

        Reply reply() {
            return new Reply(
                    UUID.randomUUID().toString(),
                    clock.instant(),
                    outcome,
                    intent,
                    confidence,
                    language,
                    language.equals("ar") ? "rtl" : null,
                    text,
                    passages,
                    suggestions,
                    notices,
                    urgency,
                    contacts,
                    null,
                    outcome == Outcome.ANSWER ? definitions() : List.of());
        }

        /** Of the words of what answers; pages explain their own subject themselves. */
        private List<Definition> definitions() {
            List<String> pages = passages.stream().map(QuotedPassage::page).toList();
            return passages.stream()
                    .flatMap(passage -> terms.in(passage.quote()).stream())
                    .distinct()
                    .filter(term -> term.page().filter(pages::contains).isEmpty())
                    .limit(MOST_DEFINITIONS)
                    .map(term -> new Definition(term.name(), term.definition(), Terms.address(term)))
                    .toList();
        }
    }

    /** A draft whose words are the French phrase {@code key}. */
    Draft draft(Outcome outcome, String key) {
        return new Draft(outcome, phrases.french(key));
    }

    /** A draft whose words are given. */
    Draft draft(Outcome outcome, Phrases.Translated phrase) {
        return new Draft(outcome, phrase.text()).language(phrase.language());
    }

    /** The button that opens a page. */
    Suggestion open(Page page, @Nullable String anchor) {
        return new Suggestion(
                java.text.MessageFormat.format(phrases.french("suggestion.page"), page.title()),
                Action.OPEN,
                null,
                page.id(),
                anchor);
    }

    /** The choice of the question that an intent answers. */
    Suggestion choice(Intent intent) {
        return new Suggestion(intent.label(), Action.CHOOSE, intent.id(), intent.page(), intent.section());
    }

    /** The last choice of every clarification. */
    Suggestion none() {
        return new Suggestion(phrases.french("clarification.none"), Action.CHOOSE, NONE, null, null);
    }

    /** The button that hands the question over to a professional. */
    Suggestion handover() {
        return new Suggestion(phrases.french("escalation.handover"), Action.HANDOVER, null, null, null);
    }

    /** The button that leads to the professionals' login. */
    Suggestion login() {
        return new Suggestion(phrases.french("escalation.login"), Action.LOGIN, null, null, null);
    }
}

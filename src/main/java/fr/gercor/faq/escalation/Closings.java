package fr.gercor.faq.escalation;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.answer.Reply.Author;
import fr.gercor.faq.answer.Reply.ContactLine;
import fr.gercor.faq.answer.Reply.Outcome;
import fr.gercor.faq.answer.Reply.QuotedPassage;
import fr.gercor.faq.answer.Reply.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the replies that end an escalated question. The id of the question is theirs, so that one told twice is known again. */
final class Closings {

    private final Supplier<Engine> engines;
    private final Wording wording;

    Closings(Supplier<Engine> engines, Wording wording) {
        this.engines = engines;
        this.wording = wording;
    }

    /** A professional's own words, the one text that is not quoted. */
    Reply answer(UUID question, String text, List<QuotedPassage> passages, Clinician by, Instant at) {
        return reply(question, at, Outcome.PROFESSIONAL_ANSWER, text, passages, null, new Author(by.title(), at));
    }

    /** A professional has read it, and it is not for us. */
    Reply declined(UUID question, Clinician by, Instant at) {
        return reply(
                question,
                at,
                Outcome.PROFESSIONAL_ANSWER,
                wording.say("declined"),
                List.of(),
                null,
                new Author(by.title(), at));
    }

    /** A professional has read it, and somebody must be called. */
    Reply referred(UUID question, Urgency urgency, Instant at) {
        return reply(
                question,
                at,
                Outcome.URGENT,
                wording.say("referred." + EscalationStore.key(urgency)),
                List.of(),
                urgency,
                null);
    }

    private Reply reply(
            UUID question,
            Instant at,
            Outcome outcome,
            String text,
            List<QuotedPassage> passages,
            @Nullable Urgency urgency,
            @Nullable Author author) {
        List<ContactLine> contacts = urgency == null
                ? List.of()
                : engines.get().content().contacts(EscalationStore.key(urgency)).stream()
                        .map(contact -> new ContactLine(
                                contact.name(), contact.phone(), contact.when() + " (" + contact.hours() + ")"))
                        .toList();
        return new Reply(
                question.toString(),
                at,
                outcome,
                null,
                1,
                "fr",
                null,
                text,
                passages,
                List.of(),
                List.of(),
                urgency,
                contacts,
                author);
    }
}

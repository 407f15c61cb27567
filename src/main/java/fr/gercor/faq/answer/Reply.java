package fr.gercor.faq.answer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it goes out: the contract with every client.
 *
 * @param id unique
 * @param at when it was made
 * @param outcome what kind of reply it is
 * @param intent the id of the intent chosen, or null where none was
 * @param confidence calibrated, from 0 to 1: of the replies given at 0.9, nine in ten are right
 * @param lang the language of the text, ISO 639-1
 * @param dir {@code rtl} where the text runs from right to left; null otherwise
 * @param text the words of the bubble: from the message files, or of a professional; never composed
 * @param passages what is quoted; for each part of the question the first answers it, those after support it
 * @param suggestions what can be done next
 * @param notices keys of what must be said beside
 * @param urgency medical or suicide; null unless urgent
 * @param contacts whom to call
 * @param author of a professional's answer; null otherwise
 * @param definitions of the words of the quotes that the glossary explains
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Reply(
        String id,
        Instant at,
        Outcome outcome,
        @Nullable String intent,
        double confidence,
        String lang,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dir,
        String text,
        List<QuotedPassage> passages,
        List<Suggestion> suggestions,
        List<Notice> notices,
        @Nullable Urgency urgency,
        List<ContactLine> contacts,
        @Nullable Author author,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Definition> definitions) {

    @JsonCreator
    public Reply {
        passages = List.copyOf(passages);
        suggestions = List.copyOf(suggestions);
        notices = List.copyOf(notices);
        contacts = List.copyOf(contacts);
        // What was stored before replies had any reads as null.
        definitions = List.copyOf(Objects.requireNonNullElse(definitions, List.of()));
    }

    /** A reply that uses no word of the glossary. */
    public Reply(
            String id,
            Instant at,
            Outcome outcome,
            @Nullable String intent,
            double confidence,
            String lang,
            @Nullable String dir,
            String text,
            List<QuotedPassage> passages,
            List<Suggestion> suggestions,
            List<Notice> notices,
            @Nullable Urgency urgency,
            List<ContactLine> contacts,
            @Nullable Author author) {
        this(
                id,
                at,
                outcome,
                intent,
                confidence,
                lang,
                dir,
                text,
                passages,
                suggestions,
                notices,
                urgency,
                contacts,
                author,
                List.of());
    }

    /** What kind of reply it is. */
    public enum Outcome {
        @JsonProperty("answer")
        ANSWER,
        @JsonProperty("clarification")
        CLARIFICATION,
        @JsonProperty("out_of_scope")
        OUT_OF_SCOPE,
        @JsonProperty("urgent")
        URGENT,
        @JsonProperty("escalation")
        ESCALATION,
        @JsonProperty("professional_answer")
        PROFESSIONAL_ANSWER,
        @JsonProperty("small_talk")
        SMALL_TALK,
        @JsonProperty("unsupported_language")
        UNSUPPORTED_LANGUAGE
    }

    /** What must be said beside a reply. */
    public enum Notice {
        /** The person asks what they have: general information only, and « voyez votre médecin ». */
        @JsonProperty("no_diagnosis")
        NO_DIAGNOSIS,
        /** The passage was found without an intent that asks for it: it may be beside the point. */
        @JsonProperty("less_sure")
        LESS_SURE
    }

    /** What kind of danger there is. */
    public enum Urgency {
        @JsonProperty("medical")
        MEDICAL,
        @JsonProperty("suicide")
        SUICIDE
    }

    /**
     * A quote with all that lets a reader check it.
     *
     * @param part which question of the message it answers, from 0
     * @param page the id of the page
     * @param anchor of the section
     * @param title of the page
     * @param heading of the section
     * @param quote word for word
     * @param hash SHA-256 of the quote's UTF-8, in hexadecimal
     * @param url of the section with the quote marked
     * @param reviewedOn the day the page was last checked against its sources
     * @param validated whether a physician of the group has validated the page
     */
    public record QuotedPassage(
            int part,
            String page,
            String anchor,
            String title,
            String heading,
            String quote,
            String hash,
            String url,
            LocalDate reviewedOn,
            boolean validated) {

        /** A quote of a page, with all that the page says of it. */
        public static QuotedPassage of(int part, Page page, Quote quote) {
            String hash = quote.hash();
            return new QuotedPassage(
                    part,
                    page.id(),
                    quote.anchor(),
                    page.title(),
                    page.section(quote.anchor()).orElseThrow().heading(),
                    quote.text(),
                    hash,
                    "/" + page.id() + "?quote=" + hash + "#" + quote.anchor(),
                    page.reviewedOn(),
                    page.validation().isPresent());
        }
    }

    /**
     * Something that can be done next.
     *
     * @param label as it stands on the button
     * @param action what the button does
     * @param choice the key to send back, for {@link Action#CHOOSE}
     * @param page to open, or that would answer
     * @param anchor of the section
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Suggestion(
            String label,
            Action action,
            @Nullable String choice,
            @Nullable String page,
            @Nullable String anchor) {

        /** A suggestion to ask {@code label}. */
        public static Suggestion ask(String label) {
            return new Suggestion(label, Action.ASK, null, null, null);
        }
    }

    /** What a button does. */
    public enum Action {
        @JsonProperty("ask")
        ASK,
        @JsonProperty("choose")
        CHOOSE,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("login")
        LOGIN,
        @JsonProperty("handover")
        HANDOVER
    }

    /**
     * A word that the glossary explains.
     *
     * @param term the standard word
     * @param text its definition, one sentence
     * @param url where the glossary explains it
     */
    public record Definition(String term, String text, String url) {}

    /**
     * Somebody to call.
     *
     * @param name as it is read
     * @param phone as it is dialled
     * @param when in which case, and when it answers
     */
    public record ContactLine(String name, String phone, String when) {}

    /**
     * Who wrote a professional's answer.
     *
     * @param role of the professional
     * @param at when it was written
     */
    public record Author(String role, Instant at) {}
}

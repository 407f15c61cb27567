package fr.gercor.faq.conversation;

import fr.gercor.faq.conversation.Marks.Kind;
import fr.gercor.faq.conversation.Marks.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Takes out of a text what tells who wrote it: e-mail addresses, telephone and social security numbers, dates of birth, addresses
 * and names, each replaced by its kind in brackets. Doses, ages, temperatures and dates of treatment stay. Takes a time in
 * proportion to the text, whatever it is. Safe for several threads.
 */
public final class Masker {

    private static final List<Spotter> SPOTTERS = List.of(
            new EmailSpotter(), new NumberSpotter(), new BirthDateSpotter(), new AddressSpotter(), new NameSpotter());

    private final FrenchWords dictionary;
    private final Map<Kind, String> placeholders = new EnumMap<>(Kind.class);

    Masker() {
        dictionary = FrenchWords.load();
        ResourceBundle messages = ResourceBundle.getBundle("messages", Locale.ROOT);
        for (Kind kind : Kind.values()) {
            placeholders.put(kind, messages.getString("mask." + kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Marks what it looks for among the tokens that are not marked yet. */
    interface Spotter {

        void spot(Tokens tokens, Marks marks);
    }

    /**
     * The text as it may be kept. Characters that no reader sees, or that not every database can hold, are gone too.
     *
     * @param text as it was written
     */
    public String mask(String text) {
        String seen = visible(text);
        Tokens tokens = new Tokens(seen, dictionary);
        Marks marks = new Marks(tokens.count());
        SPOTTERS.forEach(spotter -> spotter.spot(tokens, marks));
        List<Span> spans = marks.spans();
        if (spans.isEmpty()) {
            return seen;
        }
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Span span : spans) {
            masked.append(seen, from, tokens.start(span.first())).append(placeholders.get(span.kind()));
            from = tokens.end(span.last());
        }
        return masked.append(seen, from, seen.length()).toString();
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> switch (Character.getType(point)) {
                    case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
                    case Character.CONTROL -> point == '\n' || point == '\t';
                    default -> true;
                })
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }
}

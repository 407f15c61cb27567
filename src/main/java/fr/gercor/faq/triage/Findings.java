package fr.gercor.faq.triage;

import fr.gercor.faq.question.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the words of lists stand in one message. */
final class Findings {

    private final @Nullable List<Span>[] spans;
    private final List<Token> tokens;

    /**
     * @param lists how many there are
     * @param tokens of the message
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Findings(int lists, List<Token> tokens) {
        this.spans = new List[lists];
        this.tokens = tokens;
    }

    void add(int list, Span span) {
        List<Span> found = spans[list];
        if (found == null) {
            found = new ArrayList<>();
            spans[list] = found;
        }
        if (!found.contains(span)) {
            found.add(span);
        }
    }

    boolean has(int list) {
        return spans[list] != null;
    }

    /** In the order of their first words. */
    List<Span> of(int list) {
        List<Span> found = spans[list];
        return found == null ? List.of() : found;
    }

    int sentence(int place) {
        return tokens.get(place).sentence();
    }

    boolean begins(int list, int place) {
        return of(list).stream().anyMatch(span -> span.from() == place);
    }
}

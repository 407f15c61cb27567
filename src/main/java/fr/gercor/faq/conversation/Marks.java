package fr.gercor.faq.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tokens of a text are masked, and as what. What was marked first stays. */
final class Marks {

    /** What is masked. */
    enum Kind {
        EMAIL,
        SOCIAL_SECURITY_NUMBER,
        PHONE,
        BIRTH_DATE,
        ADDRESS,
        NAME
    }

    /**
     * Tokens masked as one.
     *
     * @param first the first token
     * @param last the last token, included
     */
    record Span(Kind kind, int first, int last) {}

    private final @Nullable Kind[] kinds;
    private final int[] spans;
    private int count;

    Marks(int tokens) {
        kinds = new Kind[tokens];
        spans = new int[tokens];
    }

    /**
     * @param first the first token
     * @param last the last token, included
     */
    void mark(Kind kind, int first, int last) {
        count++;
        for (int i = Math.max(0, first); i <= last && i < kinds.length; i++) {
            if (kinds[i] == null) {
                kinds[i] = kind;
                spans[i] = count;
            }
        }
    }

    boolean isMarked(int token) {
        return token >= 0 && token < kinds.length && kinds[token] != null;
    }

    boolean is(int token, Kind kind) {
        return token >= 0 && token < kinds.length && kinds[token] == kind;
    }

    /** The masked stretches, in order. */
    List<Span> spans() {
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            Kind kind = kinds[i];
            if (kind == null) {
                continue;
            }
            int first = i;
            while (i + 1 < kinds.length && spans[i + 1] == spans[first] && kinds[i + 1] == kind) {
                i++;
            }
            found.add(new Span(kind, first, i));
        }
        return found;
    }
}

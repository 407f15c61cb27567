package fr.gercor.faq.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A sign, ready to be looked for: rows of words in their order, which stand together in a sentence or in a message. */
final class Sign {

    /** « Près »: so many other words may stand between two words of a sign. */
    static final int NEAR = 3;

    /** « Loin »: so many words may stand between where the sign says « … » or « + ». */
    static final int FAR = 15;

    /** A message repeats itself; more places than these tell nothing new. */
    private static final int MOST_HITS = 12;

    private final List<Row> rows;
    private final List<Row> anywhere;
    private final boolean reaches;
    private final int[] needed;

    /**
     * @param rows each in its own order
     * @param anywhere rows that may stand anywhere in the message
     * @param reaches whether the sign bears on all that follows in its sentence, rather than on the next words only
     */
    Sign(List<Row> rows, List<Row> anywhere, boolean reaches) {
        this.rows = List.copyOf(rows);
        this.anywhere = List.copyOf(anywhere);
        this.reaches = reaches;
        this.needed = Stream.concat(rows.stream(), anywhere.stream())
                .flatMap(row -> row.parts().stream())
                .mapToInt(Part::list)
                .distinct()
                .toArray();
    }

    boolean reaches() {
        return reaches;
    }

    /**
     * Words in their order.
     *
     * @param parts at least one
     */
    record Row(List<Part> parts) {}

    /**
     * A word of a row.
     *
     * @param list the number of the words it may be
     * @param gap how many other words may stand before it
     * @param not the number of the words that may not follow it; -1 where any may
     */
    record Part(int list, int gap, int not) {}

    /** Where the sign stands; nowhere where the list is empty. */
    List<Hit> in(Findings findings) {
        if (!possible(findings)) {
            return List.of();
        }
        for (Row row : anywhere) {
            if (hits(row, findings).isEmpty()) {
                return List.of();
            }
        }
        List<Hit> hits = hits(rows.getFirst(), findings);
        for (Row row : rows.subList(1, rows.size())) {
            hits = joined(hits, hits(row, findings), findings);
        }
        return hits;
    }

    private boolean possible(Findings findings) {
        for (int list : needed) {
            if (!findings.has(list)) {
                return false;
            }
        }
        return true;
    }

    private static List<Hit> joined(List<Hit> some, List<Hit> others, Findings findings) {
        List<Hit> joined = new ArrayList<>();
        for (Hit one : some) {
            for (Hit other : others) {
                boolean together = findings.sentence(one.whole().from())
                                == findings.sentence(other.whole().from())
                        && one.whole().distance(other.whole()) <= FAR
                        && !one.meets(other);
                if (together && joined.size() < MOST_HITS) {
                    joined.add(one.and(other));
                }
            }
        }
        return joined;
    }

    private static List<Hit> hits(Row row, Findings findings) {
        List<Hit> hits = new ArrayList<>();
        for (Span first : findings.of(row.parts().getFirst().list())) {
            if (hits.size() < MOST_HITS && follows(row.parts().getFirst(), first, findings)) {
                List<Span> words = new ArrayList<>();
                words.add(first);
                if (extend(row, words, findings)) {
                    hits.add(Hit.ofRow(words));
                }
            }
        }
        return hits;
    }

    private static boolean extend(Row row, List<Span> words, Findings findings) {
        if (words.size() == row.parts().size()) {
            return true;
        }
        Span last = words.getLast();
        Part part = row.parts().get(words.size());
        for (Span next : findings.of(part.list())) {
            boolean near = next.from() > last.to()
                    && next.from() - last.to() - 1 <= part.gap()
                    && findings.sentence(next.from()) == findings.sentence(last.from());
            if (near && follows(part, next, findings)) {
                words.add(next);
                if (extend(row, words, findings)) {
                    return true;
                }
                words.removeLast();
            }
        }
        return false;
    }

    private static boolean follows(Part part, Span span, Findings findings) {
        return part.not() < 0 || !findings.begins(part.not(), span.to() + 1);
    }
}

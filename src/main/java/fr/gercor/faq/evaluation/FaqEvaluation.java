package fr.gercor.faq.evaluation;

import fr.gercor.faq.answer.FaqRanker;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Indexes questions with their answers, and ranks them for queries; nothing is trained on them. */
final class FaqEvaluation {

    private static final int DEEPEST = 10;

    private final PrintStream out;
    private final Function<List<FaqRanker.Entry>, FaqRanker> rankers;

    /**
     * @param out where the figures go
     * @param rankers makes the ranker of the entries
     */
    FaqEvaluation(PrintStream out, Function<List<FaqRanker.Entry>, FaqRanker> rankers) {
        this.out = out;
        this.rankers = rankers;
    }

    void run(Path faq, Path queries) {
        List<FaqRanker.Entry> entries = LabelledLines.rows(faq, 3).stream()
                .map(row -> new FaqRanker.Entry(row.get(0), row.get(1), row.get(2)))
                .toList();
        List<List<String>> asked = LabelledLines.rows(queries, 2);
        FaqRanker ranker = rankers.apply(entries);
        asked.forEach(row -> ranker.rank(row.get(1)));
        List<Integer> ranks = new ArrayList<>();
        long start = System.nanoTime();
        for (List<String> row : asked) {
            ranks.add(ranker.rank(row.get(1)).indexOf(row.get(0)));
        }
        double millis = (System.nanoTime() - start) / 1e6 / Math.max(1, asked.size());
        out.printf("%d entries, %d queries%n", entries.size(), asked.size());
        for (int depth : new int[] {1, 3, DEEPEST}) {
            long hits = ranks.stream().filter(rank -> rank >= 0 && rank < depth).count();
            out.printf(
                    Locale.ROOT, "hit@%d: %.3f (%d of %d)%n", depth, (double) hits / asked.size(), hits, asked.size());
        }
        double reciprocal = ranks.stream()
                .filter(rank -> rank >= 0 && rank < DEEPEST)
                .mapToDouble(rank -> 1.0 / (rank + 1))
                .sum();
        out.printf(Locale.ROOT, "MRR@%d: %.3f%n", DEEPEST, reciprocal / asked.size());
        out.printf(Locale.ROOT, "a query: %.2f ms%n", millis);
    }
}

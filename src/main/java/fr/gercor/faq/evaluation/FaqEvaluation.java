package fr.gercor.faq.evaluation;

import java.io.PrintStream;
import java.nio.file.Path;

/** Indexes questions with their answers, and ranks them for queries. */
final class FaqEvaluation {

    private final PrintStream out;
    private final String language;

    FaqEvaluation(PrintStream out, String language) {
        this.out = out;
        this.language = language;
    }

    void run(Path faq, Path queries) {
        out.printf(
                "%s %d %d%n",
                language,
                LabelledLines.rows(faq, 3).size(),
                LabelledLines.rows(queries, 2).size());
    }
}

package fr.gercor.faq.evaluation;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.FaqRanker;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.evaluation.QuestionEvaluation.Result;
import fr.gercor.faq.evaluation.QuestionEvaluation.Results;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The evaluations that operators run; figures go to the stream given. */
public final class Evaluations {

    private final PrintStream out;

    public Evaluations(PrintStream out) {
        this.out = out;
    }

    /**
     * Answers a question file and prints what came of it.
     *
     * @param engine the very engine that serves
     * @param questions the file
     * @param replies where each reply is written, if anywhere
     * @param compare replies of an earlier run to compare with, if any
     * @throws UnreadableRowException naming the line that can't be read
     */
    public void questions(
            Engine engine, Path questions, Optional<Path> replies, Optional<Path> compare, Audience audience) {
        List<QuestionRow> rows = LabelledLines.questions(questions);
        Results results = new QuestionEvaluation(engine, audience).run(rows);
        new QuestionReport(out).print(results);
        RepliesFile file = new RepliesFile();
        replies.ifPresent(path -> file.write(path, results.results()));
        compare.ifPresent(path -> printChanges(file.rightBefore(path), results.results()));
    }

    private void printChanges(Map<String, Boolean> before, List<Result> results) {
        List<Result> known = results.stream()
                .filter(result -> before.containsKey(result.row().id()))
                .toList();
        List<Result> mended = known.stream()
                .filter(result -> result.verdict().right()
                        && !Boolean.TRUE.equals(before.get(result.row().id())))
                .toList();
        List<Result> broken = known.stream()
                .filter(result -> !result.verdict().right()
                        && Boolean.TRUE.equals(before.get(result.row().id())))
                .toList();
        out.printf("%ncompared with before: %d mended, %d broken%n", mended.size(), broken.size());
        mended.forEach(result -> out.printf("  mended %s%n", result.row().id()));
        broken.forEach(result -> out.printf("  broken %s%n", result.row().id()));
    }

    /**
     * Trains the intent matcher on labelled lines and tests it on others.
     *
     * @param train {@code label⇥text} lines
     * @param valid lines on which thresholds are chosen; empty: on lines held out of {@code train}
     * @param test lines to test on
     * @param language {@code fr} or {@code en}
     * @param replies where each prediction is written, if anywhere
     */
    public void training(Path train, Optional<Path> valid, Path test, String language, Optional<Path> replies) {
        new MatcherEvaluation(out, language).run(train, valid, test, replies);
    }

    /**
     * Indexes a foreign FAQ and ranks its entries for queries; nothing is trained on it.
     *
     * @param faq {@code id⇥question⇥answer} lines
     * @param queries {@code id⇥query} lines
     * @param rankers makes the ranker of the entries
     */
    public void faq(Path faq, Path queries, Function<List<FaqRanker.Entry>, FaqRanker> rankers) {
        new FaqEvaluation(out, rankers).run(faq, queries);
    }
}

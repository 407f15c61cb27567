package fr.gercor.faq.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the tab-separated files that evaluations take. */
final class LabelledLines {

    private LabelledLines() {}

    /**
     * The rows of a question file, which has a header {@code id kind expect style question}.
     *
     * @throws UnreadableRowException with the line that can't be read
     */
    static List<QuestionRow> questions(Path file) {
        List<List<String>> rows = rows(file, 5);
        if (rows.isEmpty() || !rows.getFirst().equals(List.of("id", "kind", "expect", "style", "question"))) {
            throw new UnreadableRowException(
                    file, 1, "the header is: id kind expect style question, separated by tabs");
        }
        List<QuestionRow> questions = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            questions.add(new QuestionRow(
                    row.get(0),
                    row.get(1),
                    List.of(row.get(2).split("\\|")),
                    row.get(3),
                    List.of(row.get(4).split(" \\|\\|\\| "))));
        }
        return questions;
    }

    /**
     * The rows of a file without a header.
     *
     * @param columns how many each row has
     * @throws UnreadableRowException with the line that can't be read
     */
    static List<List<String>> rows(Path file, int columns) {
        List<List<String>> rows = new ArrayList<>();
        int line = 0;
        try {
            for (String text : Files.readString(file, StandardCharsets.UTF_8).split("\r?\n")) {
                line++;
                if (text.isBlank()) {
                    continue;
                }
                List<String> cells = List.of(text.split("\t", -1));
                if (cells.size() != columns) {
                    throw new UnreadableRowException(
                            file, line, columns + " columns separated by tabs were expected, not " + cells.size());
                }
                rows.add(cells);
            }
        } catch (IOException e) {
            throw new UnreadableRowException(file, line, "it can't be read as UTF-8: " + e.getMessage());
        }
        return rows;
    }
}

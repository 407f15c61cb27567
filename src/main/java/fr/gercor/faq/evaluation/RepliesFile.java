package fr.gercor.faq.evaluation;

import fr.gercor.faq.evaluation.QuestionEvaluation.Result;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes replies, one JSON object a line, and reads those of an earlier run. */
final class RepliesFile {

    private final JsonMapper json = JsonMapper.builder().build();

    void write(Path file, List<Result> results) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Result result : results) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("id", result.row().id());
                line.put("reply", result.answered().reply());
                line.put("micros", result.micros());
                line.put("right", result.verdict().right());
                line.put("explanation", result.answered().explanation());
                out.write(json.writeValueAsString(line));
                out.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The replies can't be written to " + file, e);
        }
    }

    /** Whether each row was right in an earlier run, by id. */
    Map<String, Boolean> rightBefore(Path file) {
        Map<String, Boolean> right = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode node = json.readTree(line);
                right.put(node.path("id").asString(), node.path("right").asBoolean());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The earlier replies can't be read from " + file, e);
        }
        return right;
    }
}

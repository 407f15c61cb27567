package fr.gercor.faq.evaluation;

import fr.gercor.faq.answer.Reply;
import java.nio.file.Path;
import java.util.List;

/** What a question file holds to be right, for whoever asks its questions elsewhere. */
public final class Expectations {

    private final List<QuestionRow> rows;

    private Expectations(List<QuestionRow> rows) {
        this.rows = rows;
    }

    /** No rows. */
    public static Expectations none() {
        return new Expectations(List.of());
    }

    /**
     * The rows of a question file.
     *
     * @throws UnreadableRowException naming the line that can't be read
     */
    public static Expectations read(Path file) {
        return new Expectations(LabelledLines.questions(file));
    }

    public List<QuestionRow> rows() {
        return List.copyOf(rows);
    }

    /** Whether a reply to the public is right by the rule of the row's kind. */
    public static boolean isRight(QuestionRow row, Reply reply) {
        return Verdict.of(row, reply, false).right();
    }
}

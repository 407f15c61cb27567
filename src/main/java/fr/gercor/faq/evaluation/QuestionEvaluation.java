package fr.gercor.faq.evaluation;

import fr.gercor.faq.answer.Answered;
import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Exchange;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.content.Audience;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Answers the rows of a question file and judges the replies. */
public final class QuestionEvaluation {

    /** Passes over the file when times are taken; of a row's times the middle one counts. */
    private static final int PASSES = 3;

    /** So many questions are asked before times are taken, for a service that has run for an hour has its loops compiled. */
    private static final int ASKED_BEFORE = 3_000;

    private final Engine engine;
    private final Audience audience;

    public QuestionEvaluation(Engine engine, Audience audience) {
        this.engine = engine;
        this.audience = audience;
    }

    /**
     * A row with its reply.
     *
     * @param row asked
     * @param answered to its last turn
     * @param verdict on it
     * @param micros the time that the reply took, in microseconds; of several the median
     */
    record Result(QuestionRow row, Answered answered, Verdict verdict, long micros) {
        private Result taking(long otherMicros) {
            return new Result(row, answered, verdict, otherMicros);
        }
    }

    /**
     * Every row with its reply, and the time of the first.
     *
     * @param results in the order of the file
     * @param coldMicros the time of the very first reply, in microseconds
     */
    record Results(List<Result> results, long coldMicros) {}

    /** Answers and judges the rows, then asks them again and again to see how long it takes. */
    Results run(List<QuestionRow> rows) {
        long cold = rows.isEmpty() ? 0 : ask(rows.getFirst()).micros();
        List<Result> judged = judge(rows);
        for (int asked = rows.size(); !rows.isEmpty() && asked < ASKED_BEFORE; asked += rows.size()) {
            rows.forEach(this::ask);
        }
        long[][] times = new long[rows.size()][PASSES];
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 0; i < rows.size(); i++) {
                times[i][pass] = ask(rows.get(i)).micros();
            }
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Arrays.sort(times[i]);
            results.add(judged.get(i).taking(times[i][PASSES / 2]));
        }
        return new Results(results, cold);
    }

    /** Answers and judges the rows, each once. */
    List<Result> judge(List<QuestionRow> rows) {
        List<Result> results = new ArrayList<>();
        for (QuestionRow row : rows) {
            Timed timed = ask(row);
            Verdict verdict = Verdict.of(row, timed.answered().reply(), audience == Audience.PROFESSIONAL);
            results.add(new Result(row, timed.answered(), verdict, timed.micros()));
        }
        return results;
    }

    private record Timed(Answered answered, long micros) {}

    private Timed ask(QuestionRow row) {
        List<Exchange> earlier = new ArrayList<>();
        for (String turn : row.turns().subList(0, row.turns().size() - 1)) {
            Message message = new Message.Text(turn);
            Reply reply = engine.answer(earlier, message, audience).reply();
            earlier.add(new Exchange(message, reply));
        }
        Message last = new Message.Text(row.turns().getLast());
        long start = System.nanoTime();
        Answered answered = engine.answer(earlier, last, audience);
        return new Timed(answered, (System.nanoTime() - start) / 1_000);
    }
}

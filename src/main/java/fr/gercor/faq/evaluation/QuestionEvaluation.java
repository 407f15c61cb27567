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

    /** Passes over the file when times are taken; the first of them warms up. */
    private static final int PASSES = 4;

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
     * @param micros the median time of the reply, in microseconds
     */
    record Result(QuestionRow row, Answered answered, Verdict verdict, long micros) {}

    /**
     * Every row with its reply, and the time of the first.
     *
     * @param results in the order of the file
     * @param coldMicros the time of the very first reply, in microseconds
     */
    record Results(List<Result> results, long coldMicros) {}

    Results run(List<QuestionRow> rows) {
        long cold = 0;
        long[][] times = new long[rows.size()][PASSES];
        List<Answered> answers = new ArrayList<>();
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 0; i < rows.size(); i++) {
                Timed timed = ask(rows.get(i));
                times[i][pass] = timed.micros();
                if (pass == 0) {
                    answers.add(timed.answered());
                    cold = i == 0 ? timed.micros() : cold;
                }
            }
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            long[] warm = Arrays.copyOfRange(times[i], 1, PASSES);
            Arrays.sort(warm);
            Verdict verdict = Verdict.of(rows.get(i), answers.get(i).reply(), audience == Audience.PROFESSIONAL);
            results.add(new Result(rows.get(i), answers.get(i), verdict, warm[warm.length / 2]));
        }
        return new Results(results, cold);
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

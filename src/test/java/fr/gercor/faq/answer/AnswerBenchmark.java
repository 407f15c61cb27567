package fr.gercor.faq.answer;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.intent.Signals;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.retrieval.PassageHit;
import fr.gercor.faq.testsupport.WholeContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a question of the relevance table takes, one after the other: to be analysed, matched, searched for, and answered whole, on
 * all that is served. Times are sampled, so that the 99th percentile is seen beside the median.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class AnswerBenchmark {

    private static final Path TABLE = Path.of("src/test/resources/relevance/questions.tsv");
    private static final int COLUMN = 4;
    private static final Pattern TURNS = Pattern.compile(" \\|\\|\\| ");

    private final Engine engine = WholeContent.trained();
    private final Understanding understanding = engine.understanding(Audience.PUBLIC);
    private List<String> texts = List.of();
    private List<Question> questions = List.of();
    private int next;

    /** Reads the questions. */
    @Setup(Level.Trial)
    public void read() {
        try {
            texts = Files.readAllLines(TABLE).stream()
                    .skip(1)
                    .map(line -> TURNS.split(line.split("\t", -1)[COLUMN])[0])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        questions = texts.stream().map(understanding.analyser()::analyse).toList();
    }

    private int turn() {
        next = (next + 1) % texts.size();
        return next;
    }

    /** Tokens, spelling, stems, names. */
    @Benchmark
    public Question analysis() {
        return understanding.analyser().analyse(texts.get(turn()));
    }

    /** Nearest utterances and both classifiers. */
    @Benchmark
    public Signals matching() {
        return understanding.model().signals(questions.get(turn()), Set.of());
    }

    /** Closest passages. */
    @Benchmark
    public List<PassageHit> retrieval() {
        return understanding.retriever().search(questions.get(turn()), Understanding.PASSAGES);
    }

    /** From the text to the reply. */
    @Benchmark
    public Answered wholeAnswer() {
        return engine.answer(List.of(), new Message.Text(texts.get(turn())), Audience.PUBLIC);
    }
}

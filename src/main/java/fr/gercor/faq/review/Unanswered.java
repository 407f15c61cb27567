package fr.gercor.faq.review;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.answer.Message;
import fr.gercor.faq.answer.Reply;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.question.Folding;
import fr.gercor.faq.review.Clustering.Cluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What was refused or answered without being sure, in groups of the same meaning. */
public final class Unanswered {

    private static final Duration WEEK = Duration.ofDays(7);

    private final QuestionLog log;
    private final ContentTasks tasks;
    private final Engines engines;
    private final AtomicReference<Gathered> last = new AtomicReference<>(new Gathered("", List.of(), List.of()));

    Unanswered(QuestionLog log, ContentTasks tasks, Engines engines) {
        this.log = log;
        this.tasks = tasks;
        this.engines = engines;
    }

    /** The groups of some questions, kept until the questions or the engine change. */
    private record Gathered(String version, List<AskedQuestion> questions, List<Cluster> clusters) {}

    /**
     * The groups of a period, the largest first.
     *
     * @param from its beginning
     * @param to its end, from which the weeks of the trend are counted back
     * @param most groups that are returned
     */
    public Groups groups(Instant from, Instant to, int most) {
        List<AskedQuestion> failed = log.failed(from, to);
        Engine engine = engines.current();
        List<Cluster> clusters = gathered(failed, engine);
        Map<String, Deque<AskedQuestion>> byText = new HashMap<>();
        failed.forEach(asked ->
                byText.computeIfAbsent(asked.text(), any -> new ArrayDeque<>()).add(asked));
        List<ContentTask> open =
                tasks.all().stream().filter(ContentTask::isOpen).toList();
        List<QuestionGroup> groups = clusters.stream()
                .limit(most)
                .map(cluster -> group(cluster, byText, to, engine, open))
                .toList();
        return new Groups(groups, clusters.size(), failed.size());
    }

    /**
     * Groups of a period.
     *
     * @param shown the largest
     * @param all how many there are
     * @param questions how many were gathered
     */
    public record Groups(List<QuestionGroup> shown, int all, int questions) {}

    private List<Cluster> gathered(List<AskedQuestion> failed, Engine engine) {
        Gathered known = Objects.requireNonNull(last.get());
        if (known.version().equals(engine.version()) && known.questions().equals(failed)) {
            return known.clusters();
        }
        List<Cluster> clusters = new Clustering(engine.analyser())
                .gather(failed.stream().map(AskedQuestion::text).toList());
        last.set(new Gathered(engine.version(), failed, clusters));
        return clusters;
    }

    private static QuestionGroup group(
            Cluster cluster,
            Map<String, Deque<AskedQuestion>> byText,
            Instant to,
            Engine engine,
            List<ContentTask> open) {
        List<AskedQuestion> questions = cluster.members().stream()
                .map(text -> Objects.requireNonNull(byText.get(text)).removeFirst())
                .toList();
        int thisWeek = count(questions, to.minus(WEEK), to);
        int lastWeek = count(questions, to.minus(WEEK.multipliedBy(2)), to.minus(WEEK));
        return new QuestionGroup(
                cluster.central(), questions, thisWeek, lastWeek, sureAnswer(engine, cluster), task(cluster, open));
    }

    private static int count(List<AskedQuestion> questions, Instant from, Instant to) {
        return (int) questions.stream()
                .filter(asked -> !asked.at().isBefore(from) && asked.at().isBefore(to))
                .count();
    }

    private static Optional<String> sureAnswer(Engine engine, Cluster cluster) {
        Reply reply = engine.answer(List.of(), new Message.Text(cluster.central()), Audience.PUBLIC)
                .reply();
        return reply.outcome() == Reply.Outcome.ANSWER && reply.confidence() >= QuestionLog.UNSURE
                ? Optional.of(Comparison.place(reply))
                : Optional.empty();
    }

    private static Optional<ContentTask> task(Cluster cluster, List<ContentTask> open) {
        List<String> folded = cluster.members().stream()
                .map(text -> Folding.fold(text).strip())
                .toList();
        return open.stream()
                .filter(task -> folded.contains(Folding.fold(task.question()).strip()))
                .findFirst();
    }
}

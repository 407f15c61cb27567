package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Additions;
import fr.gercor.faq.intent.PeakHeap;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.source.Fault;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.source.UnreadableSourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine in force. Watches both folders: a saved change is read, built aside and swapped in whole, first by lexical likeness, then
 * with its classifier; a broken file leaves the last good engine serving, and its faults are told.
 */
public final class Engines implements AutoCloseable {

    /** The steps of a trial: reading, training the classifiers of questions, and that of concerns. */
    public static final int TRIAL_STEPS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    /** How often the folders are looked at; a saved change must be live within three seconds. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(400);

    /** A file in which nothing was written for this long is taken as saved. */
    private static final Duration SETTLES_WITHIN = Duration.ofMillis(60);

    /** Who writes without a pause for over a second is read all the same. */
    private static final int MOST_WAITS = 20;

    private final EngineFactory factory;
    private final Folder content;
    private final Folder intents;
    private final AtomicReference<Engine> current = new AtomicReference<>();
    private final AtomicReference<List<Fault>> faults = new AtomicReference<>(List.of());
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("content-watch").factory());
    private final ExecutorService trainer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("training").factory());
    private final CountDownLatch mayTrain = new CountDownLatch(1);
    private volatile Optional<EngineFactory.Built> last = Optional.empty();
    private volatile String stamp = "";
    private volatile Supplier<Additions> additions = () -> Additions.NONE;
    private volatile boolean closed;

    /**
     * Where authors' files are.
     *
     * @param path on the disk; empty for the copy in the jar
     * @param name of the copy in the jar
     */
    public record Folder(Optional<Path> path, String name) {

        /** The folder given, else the one of that name in the working directory, else the copy in the jar. */
        public static Folder find(Optional<Path> given, String name) {
            Path here = Path.of(name);
            return new Folder(given.or(() -> Files.isDirectory(here) ? Optional.of(here) : Optional.empty()), name);
        }

        /** Reads all of it. */
        public SourceFolder read() {
            return path.map(SourceFolder::read).orElseGet(() -> SourceFolder.inJar(name));
        }

        private String stamp() throws IOException {
            if (path.isEmpty()) {
                return "";
            }
            StringBuilder stamp = new StringBuilder();
            try (Stream<Path> files = Files.walk(path.get())) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Instant changed = Files.getLastModifiedTime(file).toInstant();
                    stamp.append(file).append(changed).append(Files.size(file)).append('\n');
                }
            }
            return stamp.toString();
        }
    }

    private Engines(EngineFactory factory, Folder content, Folder intents) {
        this.factory = factory;
        this.content = content;
        this.intents = intents;
    }

    /**
     * Builds the first engine, trains it in the background and begins to watch.
     *
     * @throws UnreadableSourceException if the folders hold faults: there is no last good engine to serve
     */
    public static Engines start(EngineFactory factory, Folder content, Folder intents) {
        Engines engines = startUntrained(factory, content, intents);
        engines.train();
        return engines;
    }

    /** The same, but training, which takes every core, waits for {@link #train}. */
    static Engines startUntrained(EngineFactory factory, Folder content, Folder intents) {
        Engines engines = new Engines(factory, content, intents);
        engines.stamp = engines.stampNow();
        engines.build();
        engines.watcher.scheduleWithFixedDelay(
                engines::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return engines;
    }

    /** From now on every engine is trained once it serves. */
    void train() {
        mayTrain.countDown();
    }

    /** The engine in force: take it once for a reply, and use no other until that reply is made. */
    public Engine current() {
        return java.util.Objects.requireNonNull(current.get());
    }

    /** What is wrong with the files as they are now; empty while the engine in force is made of them. */
    public List<Fault> faults() {
        return java.util.Objects.requireNonNull(faults.get());
    }

    /**
     * From now on what {@code more} gives stands beside the files of the intents, and is watched as they are.
     *
     * @param more that never waits
     */
    public void include(Supplier<Additions> more) {
        additions = more;
        refresh();
    }

    /** Looks at once, and returns when what was found serves. */
    public void refresh() {
        try {
            watcher.submit(this::look).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files of the intents as their authors wrote them, without additions. */
    public SourceFolder authoredIntents() {
        return intents.read();
    }

    /**
     * An engine of the files as they are now with other additions, built and trained beside the one in force. Takes seconds to
     * minutes.
     *
     * @param step is told when each of its {@link #TRIAL_STEPS} steps begins; what it throws ends the trial there
     */
    public Engine trial(Additions others, Runnable step) {
        step.run();
        return factory.train(factory.build(content.read(), others.into(intents.read())), step)
                .engine();
    }

    /** Watches no more. What is being trained is not interrupted, for OpenNLP would hand over what it had by then. */
    @Override
    public void close() {
        closed = true;
        watcher.shutdownNow();
        trainer.shutdown();
        mayTrain.countDown();
    }

    private void look() {
        try {
            if (!stampNow().equals(stamp)) {
                stamp = settledStamp();
                build();
            }
        } catch (UnreadableSourceException e) {
            faults.set(e.faults());
            e.faults().forEach(fault -> LOG.error("Not served, the last good content stays: {}", fault));
        } catch (RuntimeException e) {
            LOG.error("The content can't be read again; the last good one stays", e);
        }
    }

    /** The stamp once nobody is writing: a file is seen half saved otherwise. */
    private String settledStamp() {
        String before = stampNow();
        for (int wait = 0; wait < MOST_WAITS; wait++) {
            LockSupport.parkNanos(SETTLES_WITHIN.toNanos());
            String now = stampNow();
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private String stampNow() {
        try {
            return content.stamp() + intents.stamp() + additions.get();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("A file went away while the folders were looked at", e);
            return stamp;
        }
    }

    private void build() {
        long start = System.nanoTime();
        SourceFolder pages = content.read();
        SourceFolder utterances = additions.get().into(intents.read());
        EngineFactory.Built built =
                last.isPresent() ? factory.change(last.get(), pages, utterances) : factory.build(pages, utterances);
        last = Optional.of(built);
        current.set(built.engine());
        faults.set(List.of());
        LOG.info(
                "Content {} serves after {} ms: {} pages, {} intents, {}",
                built.engine().version(),
                (System.nanoTime() - start) / 1_000_000,
                built.engine().content().pages().size(),
                built.engine().catalogue().intents().size(),
                built.engine().isTrained() ? "classifier from the cache" : "classifier in training");
        if (!closed) {
            trainer.execute(() -> train(built));
        }
    }

    private void train(EngineFactory.Built built) {
        try {
            mayTrain.await();
            if (closed) {
                return;
            }
            QuestionAnalyser.prepare();
            if (current.get() != built.engine() || built.engine().isTrained()) {
                return;
            }
            long start = System.nanoTime();
            EngineFactory.Built whole = factory.train(built, () -> {});
            Engine trained = whole.engine();
            boolean swapped = current.compareAndSet(built.engine(), trained);
            if (swapped) {
                last = Optional.of(whole);
            }
            LOG.info(
                    "The classifier of content {} is trained after {} ms: {}, peak heap {} MB{}",
                    trained.version(),
                    (System.nanoTime() - start) / 1_000_000,
                    whole.size(),
                    PeakHeap.megabytes(),
                    swapped ? "" : ", but newer content serves already");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The classifier can't be trained; questions are matched without it", e);
        }
    }
}

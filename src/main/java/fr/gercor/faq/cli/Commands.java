package fr.gercor.faq.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.EngineFactory;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.answer.FaqRanker;
import fr.gercor.faq.answer.ModelCache;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.evaluation.Evaluations;
import fr.gercor.faq.source.SourceFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands that operators run beside the service. */
public final class Commands {

    private Commands() {}

    /** Whether {@code name} is a command that starts no service. */
    public static boolean has(String name) {
        return List.of("evaluate", "check", "import").contains(name);
    }

    /**
     * Runs a command.
     *
     * @param args its name and its options
     * @return the exit status: 0 if all is well, 1 if a fault was found, 2 if an option is wrong
     */
    public static int run(String... args) {
        logToStandardError();
        CommandLine commands = new CommandLine(new Root())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new WrongOption())
                .setExecutionExceptionHandler(new UnreadableFile());
        return commands.execute(SpringProperties.removedFrom(args, commands));
    }

    /**
     * Says on standard error what is wrong with the options.
     *
     * @return the exit status of a wrong option
     */
    public static int refuse(String fault) {
        System.err.println(fault);
        return CommandLine.ExitCode.USAGE;
    }

    /** Figures go to standard output, so what is logged, warnings and worse, goes to standard error. */
    private static void logToStandardError() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        PatternLayoutEncoder pattern = new PatternLayoutEncoder();
        pattern.setContext(context);
        pattern.setPattern("%level %msg%n");
        pattern.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(pattern);
        console.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("fr.gercor.faq").setLevel(Level.INFO);
        root.addAppender(console);
    }

    @Command(
            name = "faq",
            subcommands = {EvaluateCommand.class, CheckCommand.class, ImportCommand.class})
    private static final class Root {}

    @Command(name = "evaluate")
    private static final class EvaluateCommand implements Callable<Integer> {
        @Option(names = "--questions")
        private @Nullable Path questions;

        @Option(names = "--replies")
        private @Nullable Path replies;

        @Option(names = "--compare")
        private @Nullable Path compare;

        @Option(names = "--audience", defaultValue = "public")
        private Audience audience = Audience.PUBLIC;

        @Option(names = "--train")
        private @Nullable Path train;

        @Option(names = "--test")
        private @Nullable Path test;

        @Option(names = "--valid")
        private @Nullable Path valid;

        @Option(names = "--faq")
        private @Nullable Path faq;

        @Option(names = "--queries")
        private @Nullable Path queries;

        @Option(names = "--language", defaultValue = "fr")
        private String language = "fr";

        @Option(names = {"--content", "--faq.content"})
        private @Nullable Path content;

        @Option(names = {"--intents", "--faq.intents"})
        private @Nullable Path intents;

        @Option(names = "--faq.data", defaultValue = "data")
        private Path data = Path.of("data");

        @Override
        public Integer call() {
            Evaluations evaluations = new Evaluations(System.out);
            if (questions != null) {
                evaluations.questions(
                        engine(), questions, Optional.ofNullable(replies), Optional.ofNullable(compare), audience);
            } else if (train != null && test != null) {
                evaluations.training(
                        train,
                        Optional.ofNullable(valid),
                        test,
                        language.toLowerCase(Locale.ROOT),
                        Optional.ofNullable(replies));
            } else if (faq != null && queries != null) {
                evaluations.faq(faq, queries, this::ranker);
            } else {
                System.err.println(
                        "Write: evaluate --questions FILE, or --train FILE --test FILE, or --faq FILE --queries FILE");
                return 2;
            }
            return 0;
        }

        private FaqRanker ranker(List<FaqRanker.Entry> entries) {
            String lower = language.toLowerCase(Locale.ROOT);
            return lower.equals("fr")
                    ? FaqRanker.french(
                            entries,
                            new ContentReader().read(contentFolder()),
                            new CatalogueReader().read(intentsFolder()))
                    : FaqRanker.plain(entries, lower);
        }

        private SourceFolder contentFolder() {
            return Engines.Folder.find(Optional.ofNullable(content), "content").read();
        }

        private SourceFolder intentsFolder() {
            return Engines.Folder.find(Optional.ofNullable(intents), "intents").read();
        }

        private Engine engine() {
            EngineFactory factory = new EngineFactory(Clock.systemUTC(), ModelCache.in(data.resolve("models")), false);
            return factory.train(factory.build(contentFolder(), intentsFolder()));
        }
    }
}

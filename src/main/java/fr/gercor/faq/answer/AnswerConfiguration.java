package fr.gercor.faq.answer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Makes the engine of the folders that the properties name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AnswerConfiguration.Folders.class, AnswerConfiguration.ServedContent.class})
public class AnswerConfiguration {

    /**
     * Where things are. The first two are texts, since Spring can't read an optional path.
     *
     * @param content the folder of pages; the default is {@code ./content} where it exists, else the copy in the jar
     * @param intents the folder of intents, likewise
     * @param data where what the service makes is kept
     */
    @ConfigurationProperties("faq")
    public record Folders(
            Optional<String> content,
            Optional<String> intents,
            @DefaultValue("data") Path data) {}

    /**
     * What is served.
     *
     * @param requireValidation whether pages without a validation are left out
     */
    @ConfigurationProperties("faq.content")
    public record ServedContent(@DefaultValue("false") boolean requireValidation) {}

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    @Lazy
    Engines engines(Folders folders, ServedContent served, Clock clock, ObjectProvider<EngineStart> begun) {
        EngineStart start = begun.getIfAvailable();
        return start == null ? engines(folders, served, clock) : start.engines();
    }

    static Engines engines(Folders folders, ServedContent served, Clock clock) {
        ModelCache cache = ModelCache.in(folders.data().resolve("models"));
        return Engines.startUntrained(
                new EngineFactory(clock, cache, served.requireValidation()),
                Engines.Folder.find(folders.content().map(Path::of), "content"),
                Engines.Folder.find(folders.intents().map(Path::of), "intents"));
    }

    /** Training takes every core, so it waits until the service is ready. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> training(Engines engines) {
        return ready -> engines.train();
    }
}

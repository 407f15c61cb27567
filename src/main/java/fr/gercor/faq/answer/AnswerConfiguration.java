package fr.gercor.faq.answer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
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

    @Bean
    EngineFactory engineFactory(Folders folders, ServedContent served, Clock clock) {
        return new EngineFactory(clock, ModelCache.in(folders.data().resolve("models")), served.requireValidation());
    }

    @Bean(destroyMethod = "close")
    @Lazy
    Engines engines(EngineFactory factory, Folders folders) {
        return Engines.start(
                factory,
                Engines.Folder.find(folders.content().map(Path::of), "content"),
                Engines.Folder.find(folders.intents().map(Path::of), "intents"));
    }
}

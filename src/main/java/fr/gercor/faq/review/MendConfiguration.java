package fr.gercor.faq.review;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.evaluation.Expectations;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Makes what staff mend with, of a service that serves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(MendSettings.class)
public class MendConfiguration {

    @Bean
    QuestionLog questionLog(JdbcClient jdbc) {
        return new QuestionLog(jdbc);
    }

    @Bean
    MendStore mendStore(JdbcClient jdbc) {
        return new MendStore(jdbc, storedJson());
    }

    /** How mends are stored: the parts of records, and nothing that is made of them. */
    static JsonMapper storedJson() {
        return JsonMapper.builder()
                .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(Visibility.NONE))
                .build();
    }

    /** What was published serves before the first question is taken. */
    @Bean
    Mends mends(MendStore store, QuestionLog log, Engines engines, Clock clock) {
        Mends mends = new Mends(store, log, engines, clock);
        mends.look();
        engines.include(mends::published);
        return mends;
    }

    @Bean
    Previews previews(
            MendStore store, QuestionLog log, Engines engines, Mends mends, MendSettings settings, Clock clock) {
        Expectations rows =
                settings.questions().map(Path::of).map(Expectations::read).orElseGet(Expectations::none);
        return new Previews(store, log, engines, mends::published, Map::of, rows, clock);
    }

    @Bean
    ContentTasks contentTasks(JdbcClient jdbc, Clock clock) {
        return new ContentTasks(jdbc, clock);
    }

    @Bean
    Unanswered unanswered(QuestionLog log, ContentTasks tasks, Engines engines) {
        return new Unanswered(log, tasks, engines);
    }

    @Bean
    IntentFinder intentFinder(Engines engines) {
        return new IntentFinder(engines);
    }

    @Bean
    MendJobs mendJobs(Mends mends, Previews previews) {
        return new MendJobs(mends, previews);
    }
}

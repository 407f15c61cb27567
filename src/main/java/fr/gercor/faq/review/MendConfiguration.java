package fr.gercor.faq.review;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.evaluation.Expectations;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionOperations;
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
    Mends mends(MendStore store, QuestionLog log, CopiedWords words, Engines engines, Clock clock) {
        Mends mends = new Mends(store, log, words, engines, clock);
        mends.look();
        engines.include(mends::published);
        return mends;
    }

    @Bean
    Previews previews(
            MendStore store,
            QuestionLog log,
            Engines engines,
            Mends mends,
            Insights insights,
            MendSettings settings,
            Clock clock) {
        Expectations rows =
                settings.questions().map(Path::of).map(Expectations::read).orElseGet(Expectations::none);
        return new Previews(store, log, engines, mends::published, insights::reviewed, rows, clock);
    }

    @Bean
    ContentTasks contentTasks(JdbcClient jdbc, CopiedWords words, Clock clock) {
        return new ContentTasks(jdbc, words, clock);
    }

    @Bean
    Unanswered unanswered(QuestionLog log, ContentTasks tasks, Engines engines) {
        return new Unanswered(log, tasks, engines);
    }

    @Bean
    Insights insights(JdbcClient jdbc) {
        return new Insights(jdbc, storedJson());
    }

    @Bean
    ContentUse contentUse(JdbcClient jdbc, QuestionLog log, Engines engines, Clock clock) {
        return new ContentUse(jdbc, log, engines, clock);
    }

    @Bean
    WeeklyReport.Maker weeklyReports(Insights insights, Unanswered unanswered, Mends mends, ContentTasks tasks) {
        return new WeeklyReport.Maker(insights, unanswered, mends, tasks);
    }

    @Bean
    WeeklyMail weeklyMail(
            WeeklyReport.Maker reports,
            JdbcClient jdbc,
            ObjectProvider<JavaMailSender> mail,
            MessageSource messages,
            MendSettings settings,
            Clock clock) {
        return new WeeklyMail(reports, jdbc, mail.getIfAvailable(), messages, settings, clock);
    }

    @Bean
    IntentFinder intentFinder(Engines engines) {
        return new IntentFinder(engines);
    }

    @Bean
    MendJobs mendJobs(
            Mends mends,
            Previews previews,
            WeeklyMail mail,
            JdbcClient jdbc,
            TransactionOperations conversationTransactions,
            Clock clock) {
        return new MendJobs(mends, previews, mail, new HourCounts(jdbc), conversationTransactions, clock);
    }
}

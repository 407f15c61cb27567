package fr.gercor.faq.conversation;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.answer.AnswerConfiguration.Folders;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.escalation.Escalations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes the conversations of a service that serves; commands open no database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
@EnableConfigurationProperties(ConversationSettings.class)
public class ConversationConfiguration {

    /** A patient waits so long for the database before the spool takes over. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Some 15,000 turns: half an hour at ten questions a second. */
    private static final long SPOOL_BYTES = 64L << 20;

    /** Where no database is named: an H2 file in the folder of data. */
    @Bean
    @ConditionalOnProperty(name = "spring.datasource.url", havingValue = "none", matchIfMissing = true)
    JdbcConnectionDetails embeddedDatabase(Folders folders) {
        String url = h2Url(folders.data());
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return "sa";
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
    }

    /**
     * Without {@code WRITE_DELAY=0} a {@code kill -9} loses what was committed. {@code async:}, for with {@code file:} an
     * interrupted thread closes the database under everybody. Closed by us after the last question is answered, not by a hook.
     * The trace file would hold values. With less than 64 MB of its pages at hand, a list among a million turns takes seconds.
     */
    static String h2Url(Path data) {
        return "jdbc:h2:async:" + data.toAbsolutePath().normalize().resolve("faq")
                + ";WRITE_DELAY=0;CACHE_SIZE=65536;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    @Bean
    static BeanPostProcessor postgresPool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    PostgresPool.prepare(pool);
                }
                return bean;
            }
        };
    }

    @Bean
    Doorbell doorbell(HikariDataSource pool, ApplicationEventPublisher events) {
        return PostgresPool.is(pool) ? new NodeBell(pool, events) : Doorbell.silent();
    }

    @Bean
    TransactionOperations conversationTransactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    ConversationStore conversationStore(
            JdbcClient jdbc, TransactionOperations conversationTransactions, Doorbell doorbell) {
        return new ConversationStore(jdbc, conversationTransactions, storedJson(), doorbell);
    }

    /** How replies are stored: never changed by what the web is told. */
    private static JsonMapper storedJson() {
        return JsonMapper.builder().build();
    }

    @Bean
    Reach reach() {
        return new Reach(PATIENCE);
    }

    @Bean
    Spool spool(Folders folders, MeterRegistry meters) throws IOException {
        Spool spool = Spool.open(folders.data().resolve("spool"), SPOOL_BYTES, storedJson());
        Gauge.builder("faq.spool.waiting", spool, Spool::size).register(meters);
        return spool;
    }

    @Bean
    Masker masker() {
        return new Masker();
    }

    /** Asks for the engine itself, not for a promise of it: the port opens when questions can be answered, and not before. */
    @Bean
    Conversations conversations(
            ConversationStore store,
            Reach reach,
            Spool spool,
            Engines engines,
            Masker masker,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock,
            Escalations escalations) {
        Conversations conversations = new Conversations(
                store, reach, spool, engines::current, masker, events, meters, clock, escalations::erase);
        conversations.catchUp();
        return conversations;
    }

    @Bean
    Handovers handovers(Conversations conversations, Escalations escalations, Reach reach) {
        return new Handovers(conversations, escalations, reach);
    }

    @Bean
    Deliveries deliveries(Conversations conversations, Escalations escalations) {
        return new Deliveries(conversations, escalations);
    }

    @Bean
    ConversationHealth conversationHealth(Reach reach, Spool spool) {
        return new ConversationHealth(reach, spool);
    }

    @Bean
    ConversationJobs conversationJobs(
            Conversations conversations,
            JdbcClient jdbc,
            TransactionOperations conversationTransactions,
            HikariDataSource pool,
            Folders folders,
            ConversationSettings settings,
            Clock clock,
            Escalations escalations,
            ObjectProvider<WordsBeside> beside) {
        Retention retention = new Retention(
                new RetentionStore(jdbc, conversationTransactions),
                before -> escalations.purge(before)
                        + beside.stream().mapToInt(each -> each.purge(before)).sum(),
                settings.retention(),
                clock);
        Compaction compaction = PostgresPool.is(pool)
                ? new PostgresCompaction(pool)
                : new H2Compaction(pool, folders.data().resolve("faq.mv.db"));
        return new ConversationJobs(
                conversations,
                retention,
                compaction,
                settings.compaction(),
                new TurnWords(jdbc, conversationTransactions, storedJson()));
    }
}

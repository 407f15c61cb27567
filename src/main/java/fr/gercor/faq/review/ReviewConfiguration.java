package fr.gercor.faq.review;

import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.conversation.Masker;
import fr.gercor.faq.escalation.Escalations;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Makes what the console reads and writes; commands open no database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ReviewConfiguration {

    @Bean
    ConversationLog conversationLog(JdbcClient jdbc, Engines engines) {
        return new ConversationLog(jdbc, storedJson(), engines::current);
    }

    @Bean
    CopiedWords copiedWords(JdbcClient jdbc, ConversationLog log, Clock clock) {
        return new CopiedWords(jdbc, log, clock);
    }

    /** As replies are stored: never changed by what the web is told. */
    private static JsonMapper storedJson() {
        return JsonMapper.builder().build();
    }

    @Bean
    Reviews reviews(
            JdbcClient jdbc,
            TransactionOperations conversationTransactions,
            Engines engines,
            Masker masker,
            Clock clock) {
        return new Reviews(jdbc, conversationTransactions, engines::current, masker::mask, clock);
    }

    @Bean
    Samples samples(JdbcClient jdbc, TransactionOperations conversationTransactions, Clock clock) {
        return new Samples(jdbc, conversationTransactions, clock);
    }

    @Bean
    SavedViews savedViews(JdbcClient jdbc, TransactionOperations conversationTransactions, Clock clock) {
        return new SavedViews(jdbc, conversationTransactions, clock);
    }

    /** The database that Flyway has migrated: JdbcClient comes after it. */
    @Bean
    AuditLog auditLog(
            DataSource database, JdbcClient jdbc, TransactionOperations conversationTransactions, Clock clock) {
        AppendOnly.guard(database);
        return new AuditLog(jdbc, conversationTransactions, clock);
    }

    @Bean
    AuditedEvents auditedEvents(AuditLog audit) {
        return new AuditedEvents(audit);
    }

    @Bean
    Export export(ConversationLog log) {
        return new Export(log, storedJson());
    }

    @Bean
    EscalationsWaiting escalationsWaiting(Escalations escalations) {
        return () -> escalations.open().size();
    }
}

package fr.gercor.faq.escalation;

import fr.gercor.faq.answer.AnswerConfiguration.Folders;
import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Engines;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes the escalations of a service that serves; commands open no database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(EscalationSettings.class)
public class EscalationConfiguration {

    @Bean
    OfficeHours officeHours(EscalationSettings settings) {
        return OfficeHours.parse(settings.hours());
    }

    @Bean
    Wording escalationWording(OfficeHours hours, EscalationSettings settings) {
        return new Wording(hours, settings.delay());
    }

    @Bean
    Vault vault(EscalationSettings settings, Folders folders) throws IOException {
        return settings.key().isPresent()
                ? new Vault(Base64.getDecoder().decode(settings.key().get()))
                : Vault.in(folders.data().resolve("escalation.key"));
    }

    @Bean
    EscalationStore escalationStore(JdbcClient jdbc, PlatformTransactionManager manager) {
        // As it is stored: never changed by what the web is told.
        return new EscalationStore(
                jdbc, new TransactionTemplate(manager), JsonMapper.builder().build());
    }

    @Bean
    MailStore mailStore(JdbcClient jdbc) {
        return new MailStore(jdbc);
    }

    @Bean
    PublicPassages publicPassages(ObjectProvider<Engines> engines) {
        return new PublicPassages(current(engines));
    }

    @Bean
    Escalations escalations(
            EscalationStore store,
            MailStore mails,
            Vault vault,
            PublicPassages passages,
            ObjectProvider<Engines> engines,
            Wording wording,
            OfficeHours hours,
            EscalationSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        return new Escalations(
                store,
                mails,
                vault,
                passages,
                new Closings(current(engines), wording),
                wording,
                hours,
                settings,
                events,
                clock);
    }

    private static Supplier<Engine> current(ObjectProvider<Engines> engines) {
        return () -> engines.getObject().current();
    }

    @Bean
    Postman postman(
            EscalationStore store,
            MailStore mails,
            Vault vault,
            Wording wording,
            ObjectProvider<MailSender> sender,
            @Value("${faq.public-url:#{null}}") Optional<String> publicUrl,
            EscalationSettings settings,
            Clock clock) {
        return new Postman(
                store,
                mails,
                vault,
                wording,
                () -> Optional.ofNullable(sender.getIfAvailable()),
                publicUrl,
                settings.from(),
                clock);
    }

    @Bean
    EscalationJobs escalationJobs(Escalations escalations, Postman postman) {
        return new EscalationJobs(escalations, postman);
    }

    @Bean
    EscalationHealth escalationHealth(EscalationStore store, MailStore mails, Postman postman, Clock clock) {
        return new EscalationHealth(store, mails, postman, clock);
    }

    @Bean
    CarriedQuestions carriedQuestions(Clock clock) {
        return new CarriedQuestions(clock);
    }
}

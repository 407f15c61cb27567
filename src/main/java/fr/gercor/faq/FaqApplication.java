package fr.gercor.faq;

import fr.gercor.faq.answer.EngineStart;
import fr.gercor.faq.cli.Commands;
import fr.gercor.faq.cli.ServiceArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service, or one of its commands. */
@SpringBootApplication
public class FaqApplication {
    /**
     * @param args a command and its options; none starts the service
     */
    public static void main(String[] args) {
        if (args.length > 0 && Commands.has(args[0])) {
            System.exit(Commands.run(args));
        }
        ServiceArguments arguments = ServiceArguments.of(args);
        if (!arguments.fault().isEmpty()) {
            System.exit(Commands.refuse(arguments.fault()));
        }
        service().run(arguments.properties().toArray(String[]::new));
    }

    /** The service, ready to be started. */
    public static SpringApplication service() {
        SpringApplication service = new SpringApplication(FaqApplication.class);
        service.addInitializers(new EngineStart());
        return service;
    }
}

package fr.gercor.faq.answer;

import fr.gercor.faq.answer.AnswerConfiguration.Folders;
import fr.gercor.faq.answer.AnswerConfiguration.ServedContent;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Begins to build the engine as soon as the properties are known, beside everything else that starts: reading and indexing takes as
 * long as the whole web does.
 */
public final class EngineStart implements ApplicationContextInitializer<GenericApplicationContext> {

    private CompletableFuture<Engines> building = new CompletableFuture<>();

    @Override
    public void initialize(GenericApplicationContext context) {
        Binder binder = Binder.get(context.getEnvironment());
        Folders folders = binder.bindOrCreate("faq", Folders.class);
        // "faq.content" is a folder as well as a prefix, and the whole record is not read from a text.
        ServedContent served = new ServedContent(
                binder.bind("faq.content.require-validation", Boolean.class).orElse(false));
        building = Beside.start(() -> AnswerConfiguration.engines(folders, served, Clock.systemUTC()));
        context.registerBean(EngineStart.class, () -> this);
    }

    /** The engines, once they are built. */
    Engines engines() {
        return Beside.result(building);
    }
}

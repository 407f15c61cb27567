package fr.gercor.faq.triage;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.source.SourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The triage of the group's own folders, read once for all tests. */
final class GroupTriage {

    static final GroupTriage SHARED = new GroupTriage();

    private final Content content = new ContentReader().read(SourceFolder.read(Path.of("content")));
    private final Catalogue catalogue = new CatalogueReader().read(SourceFolder.read(Path.of("intents")));
    private final QuestionAnalyser analyser;
    private final Triage triage;

    private GroupTriage() {
        List<String> texts = new ArrayList<>();
        content.pages().forEach(page -> {
            texts.add(page.title());
            page.sections().forEach(section -> texts.add(section.heading() + " " + section.text()));
        });
        analyser = QuestionAnalyser.french(catalogue, texts);
        triage = new Triage(catalogue.rules(), catalogue.concerns(), analyser);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Content content() {
        return content;
    }

    Question analyse(String message) {
        return analyser.analyse(message);
    }

    Assessment assess(Question question) {
        return triage.assess(question);
    }

    Assessment assess(String message) {
        return assess(analyse(message));
    }

    static List<String> lines(String resource) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/triage").resolve(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

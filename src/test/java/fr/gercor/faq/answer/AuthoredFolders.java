package fr.gercor.faq.answer;

import fr.gercor.faq.testsupport.TinyEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A copy of the tiny folders that a test may change, as an author does. */
final class AuthoredFolders {

    private final Path content;
    private final Path intents;

    AuthoredFolders(Path folder) {
        content = copy(TinyEngine.CONTENT, folder.resolve("content"));
        intents = copy(TinyEngine.INTENTS, folder.resolve("intents"));
    }

    Engines.Folder content() {
        return new Engines.Folder(Optional.of(content), "content");
    }

    Engines.Folder intents() {
        return new Engines.Folder(Optional.of(intents), "intents");
    }

    /** Saves a page with {@code before} put in the place of {@code after}. */
    void change(String page, String before, String after) {
        Path file = content.resolve(page);
        try {
            String text = Files.readString(file);
            if (!text.contains(before)) {
                throw new IllegalArgumentException(page + " does not hold: " + before);
            }
            Files.writeString(file, text.replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

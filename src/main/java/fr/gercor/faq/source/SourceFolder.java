package fr.gercor.faq.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All files of {@code content/} or {@code intents/}, read at one moment. */
public final class SourceFolder {

    private final List<SourceFile> files;

    /** @param files in any order; kept sorted by path, so that what is built from them never depends on the disk */
    public SourceFolder(List<SourceFile> files) {
        this.files =
                files.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
    }

    /**
     * Reads a folder of the disk.
     *
     * @throws UncheckedIOException if it is not there or can't be read
     */
    public static SourceFolder read(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<SourceFile> files = new ArrayList<>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (isAuthored(name)) {
                    files.add(file(name, Files.readAllBytes(path)));
                }
            }
            return new SourceFolder(files);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " can't be read", e);
        }
    }

    /**
     * Reads the copy that travels in the jar.
     *
     * @param root its name at the root of the class path, {@code content} or {@code intents}
     */
    public static SourceFolder inJar(String root) {
        try {
            List<SourceFile> files = new ArrayList<>();
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/" + root + "/**/*.*")) {
                String address = resource.getURL().toString();
                String name = address.substring(address.lastIndexOf("/" + root + "/") + root.length() + 2);
                if (isAuthored(name)) {
                    files.add(file(name, resource.getContentAsByteArray()));
                }
            }
            return new SourceFolder(files);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + root + " can't be read from the jar", e);
        }
    }

    public List<SourceFile> files() {
        return files;
    }

    /** The file at {@code path}, where there is one. */
    public Optional<SourceFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** The files whose names end in {@code extension}, given with its dot. */
    public List<SourceFile> filesEndingIn(String extension) {
        return files.stream().filter(file -> file.path().endsWith(extension)).toList();
    }

    private static boolean isAuthored(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !last.startsWith(".") && !last.equals("README.md") && (last.endsWith(".md") || last.endsWith(".yml"));
    }

    private static SourceFile file(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        return new SourceFile(name, text.replace("\r\n", "\n").replace('\r', '\n'));
    }
}

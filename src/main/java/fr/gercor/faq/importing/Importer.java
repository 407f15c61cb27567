package fr.gercor.faq.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Turns pages of an older site into drafts; a file that can't be brought in doesn't keep the others out. */
public final class Importer {

    /** A file of this size, in bytes, is refused before anything of it is read. */
    static final long TOO_LARGE = 50_000_000;

    /** The longest that one file may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String PROFESSIONAL_FOLDER = "professionnels";
    private static final int SNIFFED = 8192;
    private static final Pattern HTML = Pattern.compile(
            "<(?:!doctype html|html|head|body|title|div|table|p|h[1-6]|br|a|span|ul)\\b[^>]*>",
            Pattern.CASE_INSENSITIVE);

    private final Clock clock;
    private final Furniture furniture = Furniture.french();

    /** @param clock whose day the drafts bear */
    public Importer(Clock clock) {
        this.clock = clock;
    }

    /**
     * Brings files in, one after the other.
     *
     * @param folder where the drafts are written; made if it is not there. A draft never takes the place of another file
     * @throws IOException if the folder can't be written to
     */
    public List<Imported> importAll(List<Path> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Imported> all = new ArrayList<>();
        ExecutorService reader = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("import").factory());
        try {
            for (Path file : files) {
                all.add(imported(file, folder, reader));
            }
        } finally {
            // Not closed: that would wait for a file that was given up.
            reader.shutdownNow();
        }
        return all;
    }

    private Imported imported(Path file, Path folder, ExecutorService reader) throws IOException {
        Future<OldPage> reading = reader.submit(() -> read(file));
        try {
            return drafted(file, reading.get(PATIENCE.toSeconds(), TimeUnit.SECONDS), folder);
        } catch (RefusedFileException e) {
            return new Imported.Refused(file, String.valueOf(e.getMessage()));
        } catch (TimeoutException e) {
            reading.cancel(true);
            return new Imported.Refused(
                    file, "it is not read after " + PATIENCE.toSeconds() + " s, as no page of a site is");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Imported.Refused(file, "the import was stopped");
        } catch (ExecutionException e) {
            return new Imported.Refused(file, reason(e));
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return switch (cause) {
            case RefusedFileException refused -> String.valueOf(refused.getMessage());
            case NoSuchFileException ignored -> "there is no such file";
            case OutOfMemoryError ignored -> "it takes more memory than there is";
            case StackOverflowError ignored -> "it is nested too deep";
            default -> "it can't be read: " + cause;
        };
    }

    private Imported drafted(Path file, OldPage page, Path folder) throws RefusedFileException, IOException {
        if (page.pieces().stream().allMatch(Piece.Heading.class::isInstance)) {
            throw new RefusedFileException("nothing but navigation stands in it");
        }
        String title = new Subject(furniture).of(page, String.valueOf(file.getFileName()));
        boolean professional = folder.toAbsolutePath().normalize().toString().contains(PROFESSIONAL_FOLDER);
        String text = new DraftWriter(furniture, LocalDate.now(clock))
                .write(title, page.pieces(), professional ? "professional" : "public");
        Path draft = free(folder, title, text);
        Files.writeString(draft, text);
        int sections = (int) text.lines().filter(line -> line.startsWith("## ")).count();
        return new Imported.Drafted(file, draft, title, sections, page.dropped());
    }

    /** A file of that very text may stand there already: the import was run twice. */
    private static Path free(Path folder, String title, String text) throws IOException {
        String slug = Slugs.of(title);
        String name = slug.isEmpty() ? "page" : slug;
        Path draft = folder.resolve(name + ".md");
        for (int i = 2; Files.exists(draft) && !Files.readString(draft).equals(text); i++) {
            draft = folder.resolve(name + "-" + i + ".md");
        }
        return draft;
    }

    private OldPage read(Path file) throws RefusedFileException, IOException {
        if (Files.isDirectory(file)) {
            throw new RefusedFileException("it is a folder: name the files in it");
        }
        long size = Files.size(file);
        if (size >= TOO_LARGE) {
            throw new RefusedFileException(
                    "it weighs " + size / 1_000_000 + " MB; a page weighs less than " + TOO_LARGE / 1_000_000 + " MB");
        }
        byte[] bytes = Files.readAllBytes(file);
        String head = new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.ISO_8859_1);
        if (head.isBlank()) {
            throw new RefusedFileException("it is empty");
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return HtmlReader.read(WordReader.docx(file), false, furniture);
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return HtmlReader.read(WordReader.doc(file), false, furniture);
        }
        if (head.startsWith("%PDF") || head.startsWith("{\\rtf")) {
            throw new RefusedFileException("it is a PDF or RTF file: save it as .docx or as text");
        }
        String text = TextDecoder.decode(bytes);
        return isHtml(file, text) ? HtmlReader.read(text, true, furniture) : PlainTextReader.read(text, furniture);
    }

    private static boolean isHtml(Path file, String text) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(?:x?html?|php|aspx?)")
                || HTML.matcher(text.substring(0, Math.min(text.length(), SNIFFED)))
                        .find();
    }
}

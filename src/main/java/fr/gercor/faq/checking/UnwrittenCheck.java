package fr.gercor.faq.checking;

import fr.gercor.faq.source.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** No draft goes out with the marks that stand where its author has still to write. */
final class UnwrittenCheck implements Check {

    private static final String FILE = "/checking/unwritten.txt";

    private final List<String> marks;

    /** @param marks as they stand in drafts */
    UnwrittenCheck(List<String> marks) {
        this.marks = List.copyOf(marks);
    }

    /** The marks of the drafts that an import makes. */
    static List<String> marks() {
        try (InputStream in = UnwrittenCheck.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The jar can't be read", e);
        }
    }

    @Override
    public void check(Corpus corpus, Faults faults) {
        corpus.texts().forEach((file, text) -> {
            if (!file.endsWith(".md") || marks.stream().noneMatch(text::contains)) {
                return;
            }
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (isMarked(lines[i])) {
                    faults.error(file, i + 1, "this is left to write: " + lines[i].strip());
                }
            }
        });
    }

    /** A mark stands alone, as a value or a paragraph; in a sentence it is a word like another. */
    private boolean isMarked(String line) {
        String value = line.replaceFirst("^[\\s-]*(?:\\w+:\\s*)?", "")
                .replace("\"", "")
                .strip();
        return marks.contains(value);
    }
}

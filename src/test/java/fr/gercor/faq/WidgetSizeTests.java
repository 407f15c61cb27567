package fr.gercor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The widget stands on other people's pages, and is loaded over hospital wireless: it stays small, without a build. */
class WidgetSizeTests {

    private static final int MOST_BYTES = 30_000;

    @Test
    void isUnder30KilobytesCompressedInAll() throws IOException {
        int bytes = 0;
        for (Path file : loaded()) {
            bytes += compressed(Files.readAllBytes(file));
        }

        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static List<Path> loaded() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("web-widget"))) {
            return files.filter(file -> !file.toString().endsWith(".d.ts")).toList();
        }
    }

    private static int compressed(byte[] plain) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(plain);
        }
        return small.size();
    }
}

package fr.gercor.faq.checking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The pages that the site must have.
 *
 * @param ids of the pages
 */
public record SiteMap(List<String> ids) {

    private static final String FILE = "/site-map.txt";

    public SiteMap {
        ids = List.copyOf(ids);
    }

    /** The one of the site, which travels in the jar. */
    public static SiteMap ofTheSite() {
        try (InputStream in = SiteMap.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + FILE);
            }
            return new SiteMap(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The jar can't be read", e);
        }
    }
}

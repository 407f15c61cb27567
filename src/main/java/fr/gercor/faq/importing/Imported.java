package fr.gercor.faq.importing;

import java.nio.file.Path;
import java.util.List;

/** What became of a file. */
public sealed interface Imported {

    /** The file that was given. */
    Path file();

    /**
     * It is a draft now.
     *
     * @param draft the new file
     * @param title of the page
     * @param sections that carry a heading
     * @param dropped what was left out, in the order of the file
     */
    record Drafted(Path file, Path draft, String title, int sections, List<Dropped> dropped) implements Imported {
        public Drafted {
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * It was not brought in.
     *
     * @param reason for an operator: why, and what to do
     */
    record Refused(Path file, String reason) implements Imported {}
}

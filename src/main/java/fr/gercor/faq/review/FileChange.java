package fr.gercor.faq.review;

import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines that a mend adds to a file of the intents.
 *
 * @param file its path below {@code intents/}
 * @param lines as they are added, in order
 */
public record FileChange(String file, List<AddedLine> lines) {

    /**
     * An added line.
     *
     * @param number in the new file, from 1
     * @param text without its end
     */
    public record AddedLine(int number, String text) {}

    /** What differs between two states of the folder, of which the second only adds. */
    static List<FileChange> between(SourceFolder before, SourceFolder after) {
        List<FileChange> changes = new ArrayList<>();
        for (SourceFile file : changed(before, after)) {
            String old = before.file(file.path()).map(SourceFile::text).orElse("");
            changes.add(new FileChange(
                    file.path(), added(old.split("\n", -1), file.text().split("\n", -1))));
        }
        return changes;
    }

    /** The files that are new or say something else. */
    static List<SourceFile> changed(SourceFolder before, SourceFolder after) {
        return after.files().stream()
                .filter(file -> !before.file(file.path())
                        .map(SourceFile::text)
                        .orElse("")
                        .equals(file.text()))
                .toList();
    }

    /** Where both differ, the new line was put in, or the old one was lengthened by what was put into it. */
    private static List<AddedLine> added(String[] before, String[] after) {
        List<AddedLine> added = new ArrayList<>();
        int old = 0;
        for (int i = 0; i < after.length; i++) {
            if (old < before.length && before[old].equals(after[i])) {
                old++;
            } else if (!after[i].isBlank()) {
                added.add(new AddedLine(i + 1, after[i]));
                boolean lengthened = old < before.length
                        && before[old].strip().endsWith("]")
                        && after[i].startsWith(before[old].substring(0, before[old].lastIndexOf(']')));
                if (lengthened) {
                    old++;
                }
            }
        }
        return added;
    }
}

package fr.gercor.faq.checking;

import fr.gercor.faq.source.SourceFolder;

/**
 * A folder of authors' files, and what it is called in reports.
 *
 * @param name by which an author finds it, for example {@code content}
 * @param folder its files
 */
public record Place(String name, SourceFolder folder) {

    /** How a report names the file at {@code path} below the folder. */
    String naming(String path) {
        return name + "/" + path;
    }
}

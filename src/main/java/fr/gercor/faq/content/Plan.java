package fr.gercor.faq.content;

import java.util.List;
import java.util.Optional;

/**
 * In which order folders and pages are shown, and what folders are called.
 *
 * @param folders in the order in which they are shown
 * @param footer the ids of the pages that every page leads to at its foot
 */
public record Plan(List<Folder> folders, List<String> footer) {

    /** No order but that of the ids, and no names. */
    public static final Plan NONE = new Plan(List.of(), List.of());

    public Plan {
        folders = List.copyOf(folders);
        footer = List.copyOf(footer);
    }

    /** The folder at {@code path}, where it is named. */
    public Optional<Folder> folder(String path) {
        return folders.stream().filter(folder -> folder.path().equals(path)).findFirst();
    }
}

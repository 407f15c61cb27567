package fr.gercor.faq.content;

import java.util.List;

/**
 * A folder of pages as its readers know it.
 *
 * @param path below {@code content/}, for example {@code grand-public/traitements}
 * @param label as it is read
 * @param summary one sentence
 * @param pages the ids of its pages in the order in which they are shown
 */
public record Folder(String path, String label, String summary, List<String> pages) {

    public Folder {
        pages = List.copyOf(pages);
    }
}

package fr.gercor.faq.site;

import fr.gercor.faq.content.Page;
import java.util.List;

/**
 * A folder with what its reader may see of it, never nothing.
 *
 * @param path for example {@code grand-public/traitements}
 * @param label as it is read
 * @param summary one sentence; may be empty
 * @param pages in it, in the order in which they are shown
 * @param folders in it, likewise
 */
record SiteFolder(String path, String label, String summary, List<Page> pages, List<SiteFolder> folders) {

    SiteFolder {
        pages = List.copyOf(pages);
        folders = List.copyOf(folders);
    }

    /** Public, as all that templates call. */
    public String address() {
        return "/" + path;
    }
}

package fr.gercor.faq.site;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param sections the sections of the site
 * @param footer the pages at the foot
 * @param crumbs the folders from the home to here, the outermost first
 * @param canonical the whole address under which search engines should know this page; empty for one they should leave out
 * @param query what the reader searched for, to be mended in the box; may be empty
 */
record Frame(List<Link> sections, List<Link> footer, List<Link> crumbs, Optional<String> canonical, String query) {

    /** Around a page that must be shown even when nothing works. */
    static final Frame BARE = new Frame(List.of(), List.of(), List.of(), Optional.empty(), "");

    Frame {
        sections = List.copyOf(sections);
        footer = List.copyOf(footer);
        crumbs = List.copyOf(crumbs);
    }

    /** The same, left out by search engines, with a query in the box. */
    Frame unlisted(String searched) {
        return new Frame(sections, footer, crumbs, Optional.empty(), searched);
    }
}

package fr.gercor.faq.site;

import fr.gercor.faq.content.Page;

/**
 * A way to somewhere on the site.
 *
 * @param label as it is read
 * @param address from the root of the site
 * @param current whether it leads to where the reader is, or to the section around it
 */
record Link(String label, String address, boolean current) {

    static Link to(String label, String address) {
        return new Link(label, address, false);
    }

    static Link to(Page page) {
        return to(page.title(), "/" + page.id());
    }
}

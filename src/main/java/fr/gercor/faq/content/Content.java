package fr.gercor.faq.content;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Every page, contact and term that was read at one moment; immutable. */
public final class Content {

    private final Map<String, Page> pages;
    private final List<Contact> contacts;
    private final List<Term> glossary;
    private final Plan plan;
    private final Map<String, String> redirects;

    /** Content without a plan and without redirects. */
    public Content(Collection<Page> pages, List<Contact> contacts, List<Term> glossary) {
        this(pages, contacts, glossary, Plan.NONE, Map.of());
    }

    /**
     * @param pages with unique ids
     * @param contacts in the order in which they are shown
     * @param glossary in any order
     * @param plan the order of pages and folders
     * @param redirects addresses by the old addresses that lead to them
     */
    public Content(
            Collection<Page> pages,
            List<Contact> contacts,
            List<Term> glossary,
            Plan plan,
            Map<String, String> redirects) {
        this.pages = new LinkedHashMap<>();
        pages.forEach(page -> this.pages.put(page.id(), page));
        this.contacts = List.copyOf(contacts);
        this.glossary = List.copyOf(glossary);
        this.plan = plan;
        this.redirects = Map.copyOf(redirects);
    }

    /** The pages in the order of their ids. */
    public Collection<Page> pages() {
        return pages.values();
    }

    public Optional<Page> page(String id) {
        return Optional.ofNullable(pages.get(id));
    }

    /** The page, if somebody of {@code audience} may read it: the one way to a page by a reader's wish. */
    public Optional<Page> page(String id, Audience audience) {
        return page(id).filter(page -> audience.mayRead(page.audience()));
    }

    public List<Contact> contacts() {
        return contacts;
    }

    /** The contacts shown for an urgency, {@code medical} or {@code suicide}. */
    public List<Contact> contacts(String urgency) {
        return contacts.stream()
                .filter(contact -> contact.urgencies().contains(urgency))
                .toList();
    }

    public List<Term> glossary() {
        return glossary;
    }

    public Plan plan() {
        return plan;
    }

    /** The addresses that have taken the place of old ones, by these. */
    public Map<String, String> redirects() {
        return redirects;
    }

    /** The address that has taken the place of {@code address}, an old path with its query if it had one. */
    public Optional<String> redirect(String address) {
        return Optional.ofNullable(redirects.get(address));
    }

    /** The same content with the pages that {@code wanted} keeps. */
    public Content only(Predicate<Page> wanted) {
        return new Content(pages.values().stream().filter(wanted).toList(), contacts, glossary, plan, redirects);
    }
}

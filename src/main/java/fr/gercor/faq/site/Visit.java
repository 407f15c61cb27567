package fr.gercor.faq.site;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request of a reader, answered from one engine from beginning to end.
 *
 * @param engine in force when it came
 * @param audience of the reader
 * @param map what the reader may see
 * @param terms of the glossary
 * @param origin the address of the site without a path, for example {@code https://example.org}
 * @param path asked for, below the root and without a slash at its ends
 * @param today the day in France
 */
record Visit(Engine engine, Audience audience, SiteMap map, Terms terms, String origin, String path, LocalDate today) {

    Optional<Page> page(String id) {
        return engine.content().page(id, audience);
    }

    /** What stands around the page that was asked for. */
    Frame frame() {
        List<Link> sections = new ArrayList<>();
        for (SiteFolder section : map.sections()) {
            boolean current = path.equals(section.path()) || path.startsWith(section.path() + "/");
            sections.add(new Link(section.label(), section.address(), current));
        }
        List<Link> footer = engine.content().plan().footer().stream()
                .flatMap(id -> page(id).stream())
                .map(Link::to)
                .toList();
        return new Frame(sections, footer, map.around(path), Optional.of(origin + "/" + path), "");
    }
}

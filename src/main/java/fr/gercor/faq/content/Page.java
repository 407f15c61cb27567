package fr.gercor.faq.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A page of the reviewed content.
 *
 * @param id its path below {@code content/} without {@code .md}; never changes once published
 * @param title as it is read
 * @param summary one sentence
 * @param audience who may read it
 * @param author the role of who wrote it
 * @param reviewedOn the day it was last checked against its sources
 * @param validUntil the last day on which it counts as current
 * @param topics what its readers call its subject, the standard name first
 * @param sources what it rests on
 * @param related the ids of pages that go with it
 * @param validation by a physician of the group; empty until it has taken place
 * @param protocol what sorts a protocol among its like; empty for any other page
 * @param introduction what stands above the first heading; may hold no block
 * @param sections in reading order
 * @param passages in reading order
 */
public record Page(
        String id,
        String title,
        String summary,
        Audience audience,
        String author,
        LocalDate reviewedOn,
        LocalDate validUntil,
        List<String> topics,
        List<Source> sources,
        List<String> related,
        Optional<Validation> validation,
        Optional<Protocol> protocol,
        Section introduction,
        List<Section> sections,
        List<Passage> passages) {

    public Page {
        topics = List.copyOf(topics);
        sources = List.copyOf(sources);
        related = List.copyOf(related);
        sections = List.copyOf(sections);
        passages = List.copyOf(passages);
    }

    /** The folder of the page, for example {@code grand-public/traitements}. */
    public String folder() {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }

    /** The name by which the page's subject is completed into a question; its title where none is given. */
    public String topic() {
        return topics.isEmpty() ? title : topics.getFirst();
    }

    /** The section at {@code anchor}, the introduction among them. */
    public Optional<Section> section(String anchor) {
        if (anchor.equals(Section.INTRODUCTION)) {
            return Optional.of(introduction);
        }
        return sections.stream()
                .filter(section -> section.anchor().equals(anchor))
                .findFirst();
    }

    /** The passages of the section at {@code anchor}, in reading order. */
    public List<Passage> passages(String anchor) {
        return passages.stream()
                .filter(passage -> passage.anchor().equals(anchor))
                .toList();
    }

    /** The quote of this page whose {@link Quote#hash() hash} is {@code hash}. */
    public Optional<Quote> quote(String hash) {
        return passages.stream()
                .flatMap(passage -> passage.quotes().stream())
                .filter(quote -> quote.hash().equals(hash))
                .findFirst();
    }
}

package fr.gercor.faq.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Something that people say which no page answers: small talk, or a subject that is out of scope on purpose.
 *
 * @param id its name, by which its reply is found in the messages
 * @param terms words that name it by themselves, unless a word of oncology stands beside them
 * @param utterances the ways in which people say it
 * @param page the page or section, as {@code page#anchor}, that says more
 */
public record Topic(String id, List<String> terms, List<String> utterances, Optional<String> page) {

    public Topic {
        terms = List.copyOf(terms);
        utterances = List.copyOf(utterances);
    }
}

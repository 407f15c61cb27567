package fr.gercor.faq.content;

import java.util.List;
import java.util.Optional;

/**
 * A word of the glossary.
 *
 * @param name the standard word
 * @param definition one sentence
 * @param synonyms lay and learned
 * @param page the id of the page that says more, where there is one
 */
public record Term(String name, String definition, List<String> synonyms, Optional<String> page) {}

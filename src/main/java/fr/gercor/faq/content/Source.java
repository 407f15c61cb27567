package fr.gercor.faq.content;

import java.util.Optional;

/**
 * A document that a page rests on.
 *
 * @param title of the document
 * @param organisation that published it
 * @param year of publication
 * @param url its address, where it is certain
 */
public record Source(String title, String organisation, int year, Optional<String> url) {}

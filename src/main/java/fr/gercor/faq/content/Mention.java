package fr.gercor.faq.content;

/**
 * A word of the glossary where it stands in a section.
 *
 * @param term that is mentioned
 * @param address where its definition stands
 * @param extent its place in the section, within one run and outside any link
 */
public record Mention(Term term, String address, Quote.Extent extent) {}

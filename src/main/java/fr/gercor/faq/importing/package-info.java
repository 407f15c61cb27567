/**
 * Brings the pages of an older site in: HTML, Word and text copied from a browser become drafts of content pages, without the
 * furniture that stood around their text. What was left out is told, and a file that can't be trusted is refused in words.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"source", "content"})
package fr.gercor.faq.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

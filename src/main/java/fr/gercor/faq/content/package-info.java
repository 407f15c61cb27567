/**
 * The reviewed content: pages, their sections, and the passages of whole sentences that may be quoted, word for word. What a
 * reader sees, what a search finds and what an answer quotes are all drawn from the one {@link fr.gercor.faq.content.Content}
 * that was read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "source")
package fr.gercor.faq.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

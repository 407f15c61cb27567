/**
 * Whether what authors wrote holds together: content and intents read whole, side by side, and every fault told by file and line,
 * from a page that the site must have to an utterance that stands in two intents.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"source", "content", "catalogue", "question"})
package fr.gercor.faq.checking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

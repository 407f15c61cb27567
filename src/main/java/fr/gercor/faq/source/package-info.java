/**
 * The files of {@code content/} and {@code intents/} as their authors wrote them: read from a folder or from the jar, YAML with
 * the line of every value, and each {@link fr.gercor.faq.source.Fault} named by file and line so that its author can mend it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.gercor.faq.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Which passages of the content are closest to a question: Lucene over passages, their sections and the subjects of their pages.
 * Queries are built from analysed words, never parsed, so that nothing a patient types can break one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"content", "question", "snapshot"})
package fr.gercor.faq.retrieval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

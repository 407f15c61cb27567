/**
 * Keeps on disk what was computed, so that a later start computes nothing: arrays of numbers and texts, and Lucene's indexes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.gercor.faq.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

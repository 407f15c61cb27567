/**
 * What people ask, as the authors of {@code intents/} thought of it: intents with their utterances, the lexicon of what patients
 * say and mean, small talk, what is out of scope on purpose, and the rules of the triage. Nothing here understands a question; it
 * is what understanding is built from.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "source")
package fr.gercor.faq.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * A question as it was asked: its language, its tokens after elision, accents, spelling and lemmas, and what the lexicon says it
 * names. Everything that matches, ranks or raises an alarm reads the one {@link fr.gercor.faq.question.Question} made here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "snapshot"})
package fr.gercor.faq.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

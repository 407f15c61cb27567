/** The edge for operators: the commands, their options, and what they say when an option is wrong. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"source", "content", "catalogue", "answer", "evaluation", "checking", "importing"})
package fr.gercor.faq.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

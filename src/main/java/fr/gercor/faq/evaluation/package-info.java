/**
 * The measure of it all: question files answered by the very engine that serves, the intent matcher trained and tested on labelled
 * lines, the retriever on question-and-answer pairs; figures with their counts, and what a change mended or broke.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"source", "content", "catalogue", "question", "intent", "retrieval", "answer", "triage"})
package fr.gercor.faq.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What staff make of the logs: judgements on replies, samples to read, groups of what was not answered, and mending with what it
 * would change before it goes live. Every look at a conversation leaves a row that nobody can change.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "answer",
            "conversation",
            "escalation",
            "content",
            "catalogue",
            "question",
            "intent",
            "retrieval",
            "security",
            "source",
            "evaluation"
        })
package fr.gercor.faq.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Which intents a question may express: how near it is to the utterances (Lucene), what a classifier trained on them says
 * (OpenNLP), and how such signals are weighed into probabilities. Labels are opaque here: a page's id, an intent's id, or a class of
 * a public set that is measured.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "question", "snapshot"})
package fr.gercor.faq.intent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What must be seen before anything else: an emergency as it happens, distress, a request for a diagnosis, a question about a
 * protocol. Deterministic, by the rules of {@code intents/} that a nurse can read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "question"})
package fr.gercor.faq.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Questions that wait for a professional, and their answers: rows with a state, claimed one at a time, so that nothing is lost
 * between a patient who asks, a clinician who answers, and the conversation or the e-mail that tells.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"answer", "content", "retrieval", "source"})
package fr.gercor.faq.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

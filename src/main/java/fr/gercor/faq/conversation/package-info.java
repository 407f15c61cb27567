/**
 * The turns of a conversation: answered, masked, kept under a token that only the patient holds, resumed after a lost line or a
 * restart, and erased. The one place that runs the whole flow from a message to a stored turn, whichever door it came by, whether
 * the database is there or not.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"answer", "content", "escalation", "question", "source"})
package fr.gercor.faq.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

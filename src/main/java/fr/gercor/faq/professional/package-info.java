/**
 * The edge for clinicians, below {@code /pro}: their own chat, the protocols as a list and at the bedside, and the queue of what
 * patients asked. Everything here wants the role; what it shows is decided elsewhere.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"answer", "content", "conversation", "escalation", "security"})
package fr.gercor.faq.professional;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

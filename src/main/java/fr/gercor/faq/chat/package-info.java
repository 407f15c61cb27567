/**
 * The edge for patients: REST under {@code /api/v1} and a WebSocket at {@code /ws}, two doors to one conversation. Speaks the
 * contract's JSON, turns what goes wrong into problem details, and keeps the crowd polite; what is answered is decided elsewhere.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"conversation", "answer", "content", "escalation", "security"})
package fr.gercor.faq.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

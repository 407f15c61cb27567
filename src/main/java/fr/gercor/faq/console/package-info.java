/**
 * The edge for staff, below {@code /console}: what was asked today, the conversations, what went unanswered, and how it is mended.
 * It holds no rule of its own; each screen is a plain form first, and htmx only spares a reload.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "review",
            "answer",
            "conversation",
            "escalation",
            "content",
            "catalogue",
            "security",
            "source"
        })
package fr.gercor.faq.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

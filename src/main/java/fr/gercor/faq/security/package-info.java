/** Who may reach which edge, and what every answer tells the browser about what it may do with it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.gercor.faq.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

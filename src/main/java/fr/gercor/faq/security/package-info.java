/**
 * Who may reach which edge, and what every answer tells the browser about what it may do with it. Those who work here log in by a
 * password and a code, or through an identity provider; either way the principal of their session is a
 * {@link fr.gercor.faq.security.SignedIn}, and patients have neither session nor cookie.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.gercor.faq.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

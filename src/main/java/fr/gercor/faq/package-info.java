/** The program itself: where it starts. */
@NullMarked
package fr.gercor.faq;

import org.jspecify.annotations.NullMarked;

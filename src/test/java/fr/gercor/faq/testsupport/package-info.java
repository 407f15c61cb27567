/** What the tests of several modules share. */
@NullMarked
package fr.gercor.faq.testsupport;

import org.jspecify.annotations.NullMarked;

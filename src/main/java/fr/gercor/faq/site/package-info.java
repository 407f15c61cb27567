/**
 * The edge for readers: every page of the content at its own address, folders, home, search and glossary, written on the server and
 * readable without JavaScript. It shows what the engine in force holds and what its reader may see; to anybody else a page for
 * professionals is an address where nothing stands.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"answer", "catalogue", "content", "retrieval"})
package fr.gercor.faq.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

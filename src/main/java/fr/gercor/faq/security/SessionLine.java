package fr.gercor.faq.security;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An open session as its owner reads it.
 *
 * @param browser by its own name; empty where it has none that we know
 * @param system it runs on; likewise
 * @param since when, in France
 * @param last used, in France
 */
record SessionLine(
        String id, Optional<String> browser, Optional<String> system, ZonedDateTime since, ZonedDateTime last) {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** What each claims to be beside itself comes after it. */
    private static final List<String> BROWSERS = List.of("Firefox", "Edg", "Chrome", "Safari");

    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux");

    static SessionLine of(OpenSessions.Open session) {
        return new SessionLine(
                session.id(),
                first(BROWSERS, session.browser()).map(name -> name.equals("Edg") ? "Edge" : name),
                first(SYSTEMS, session.browser()).map(name -> name.equals("Macintosh") ? "Mac" : name),
                session.since().atZone(FRANCE),
                session.last().atZone(FRANCE));
    }

    private static Optional<String> first(List<String> names, String text) {
        return names.stream()
                .filter(name ->
                        Pattern.compile("\\b" + name + "\\b").matcher(text).find())
                .findFirst();
    }
}

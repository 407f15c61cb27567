package fr.gercor.faq.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that are open here, so that their owners can see them and close them. A session that is not in this list is over. */
class OpenSessions implements HttpSessionListener {

    /** However busy they are. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** For the steps between the password and the end. */
    private static final Duration LONGEST_HALFWAY = Duration.ofMinutes(30);

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration IDLE_HALFWAY = Duration.ofMinutes(15);
    private static final String MARK = "faq.open";

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Clock clock;

    OpenSessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * An open session.
     *
     * @param id its own, which opens nothing
     * @param browser as it named itself; may be empty
     * @param until its end at the latest
     */
    record Open(String id, String account, String browser, Instant since, Instant last, Instant until) {}

    /** Enters a session, in place of what it was before. */
    void enter(HttpSession session, Identity identity, String browser) {
        leave(session);
        boolean halfway = identity instanceof Halfway;
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        open.put(
                id,
                new Open(id, identity.accountId(), browser, now, now, now.plus(halfway ? LONGEST_HALFWAY : LONGEST)));
        session.setMaxInactiveInterval((int) (halfway ? IDLE_HALFWAY : IDLE).toSeconds());
        session.setAttribute(MARK, id);
    }

    /** Whether a session still is open for an account; if so it was seen now. */
    boolean see(HttpSession session, String account) {
        Instant now = clock.instant();
        return id(session)
                .map(id -> open.computeIfPresent(
                        id,
                        (same, known) ->
                                new Open(id, known.account(), known.browser(), known.since(), now, known.until())))
                .filter(known ->
                        known.account().equals(account) && known.until().isAfter(now))
                .isPresent();
    }

    /** Whether a session is still open, without being seen for being asked after. */
    boolean isOpen(String id) {
        Open known = open.get(id);
        Instant now = clock.instant();
        return known != null
                && known.until().isAfter(now)
                && known.last().plus(IDLE).isAfter(now);
    }

    /** Those of an account, the most recently seen first. */
    List<Open> of(String account) {
        return open.values().stream()
                .filter(session -> session.account().equals(account))
                .sorted(Comparator.comparing(Open::last).reversed())
                .toList();
    }

    /** Closes all of an account but one. */
    void closeOthers(HttpSession kept, String account) {
        String id = id(kept).orElse("");
        open.values()
                .removeIf(session ->
                        session.account().equals(account) && !session.id().equals(id));
    }

    /** The id of a session that was entered. */
    Optional<String> id(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(MARK));
    }

    private void leave(HttpSession session) {
        id(session).ifPresent(open::remove);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        leave(event.getSession());
    }
}

package fr.gercor.faq.chat;

import fr.gercor.faq.security.SignedInSessions;
import fr.gercor.faq.security.SignedInSessions.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Closes the lines of those whose session is over. Tomcat does so with a session that it has destroyed; one that was closed from
 * elsewhere, or whose account was disabled or changed, is only destroyed at its next request, and a line makes none.
 */
final class SessionGuard {

    private static final Logger LOG = LoggerFactory.getLogger(SessionGuard.class);

    /** As long as somebody may go on who has just been shut out; one row is read for each session that has lines. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final ChatSockets sockets;
    private final SignedInSessions sessions;
    private final Semaphore looking = new Semaphore(1);

    SessionGuard(ChatSockets sockets, SignedInSessions sessions) {
        this.sockets = sockets;
        this.sessions = sessions;
        sockets.every(LOOK_EVERY, this::look);
    }

    private void look() {
        if (!looking.tryAcquire()) {
            return;
        }
        try {
            Map<Ticket, List<ChatSocket>> lines = sockets.all().stream()
                    .filter(socket -> socket.ticket().isPresent())
                    .collect(Collectors.groupingBy(socket -> socket.ticket().orElseThrow()));
            lines.forEach((ticket, theirs) -> {
                if (isOver(ticket)) {
                    theirs.forEach(
                            socket -> Thread.startVirtualThread(() -> socket.close(ChatSocketHandler.SIGNED_OUT)));
                }
            });
        } finally {
            looking.release();
        }
    }

    private boolean isOver(Ticket ticket) {
        try {
            return !sessions.isOpen(ticket);
        } catch (DataAccessException e) {
            // Whether they still may is unknown: neither let in nor shut out, as on the pages.
            LOG.debug("No account can be read: {}", e.getClass().getName());
            return false;
        }
    }
}

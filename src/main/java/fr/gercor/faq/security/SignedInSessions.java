package fr.gercor.faq.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * Tells whether somebody who had logged in still is, to what outlives the request that they came with, as a socket does. A session is
 * over once they have logged out or closed it elsewhere, after half an hour without a request and after twelve hours, and when their
 * account is disabled, reset or given other roles.
 */
public final class SignedInSessions {

    private final OpenSessions sessions;
    private final Accounts accounts;

    SignedInSessions(OpenSessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /**
     * A session to be asked after; it opens nothing.
     *
     * @param id of the session, other than that in its cookie
     * @param account of whoever logged in
     * @param version of the account as it was then
     */
    public record Ticket(String id, String account, long version) {}

    /** The session of a request; empty where nobody has logged in. */
    public Optional<Ticket> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && request.getUserPrincipal() instanceof Authentication who
                        && who.getPrincipal() instanceof SignedIn
                        && who.getPrincipal() instanceof Identity identity
                ? sessions.id(session).map(id -> new Ticket(id, identity.accountId(), identity.version()))
                : Optional.empty();
    }

    /** @throws org.springframework.dao.DataAccessException if the account can't be read: nobody knows then */
    public boolean isOpen(Ticket ticket) {
        return sessions.isOpen(ticket.id())
                && accounts.versionInUse(ticket.account()).equals(Optional.of(ticket.version()));
    }
}

package fr.gercor.faq.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session at once when its account was disabled, reset or changed, when its owner closed it elsewhere, or after twelve hours.
 * Reads one row for each request of somebody who has logged in, and nothing for anybody else.
 */
class SessionWatch extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    /** In seconds: a database that is restarted is back by then. */
    private static final String SOON = "30";

    private final Accounts accounts;
    private final OpenSessions sessions;

    SessionWatch(Accounts accounts, OpenSessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication authentication =
                session == null ? null : SecurityContextHolder.getContext().getAuthentication();
        if (session != null && authentication != null && authentication.getPrincipal() instanceof Identity identity) {
            try {
                if (!isOpen(session, identity)) {
                    SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
                    session.invalidate();
                }
            } catch (DataAccessException e) {
                // Whether they still may is unknown: neither let in nor logged out.
                LOG.warn("No account can be read: {}", e.getClass().getSimpleName());
                response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOpen(HttpSession session, Identity identity) {
        return sessions.see(session, identity.accountId())
                && accounts.versionInUse(identity.accountId()).equals(Optional.of(identity.version()));
    }
}

package fr.gercor.faq.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells of every try of somebody who has logged in at a page that is another's, or none. It stands behind the check of forms, so that
 * a form left open too long counts as none.
 */
class RefusalWatch extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalWatch.class);
    private static final Set<Integer> REFUSALS = Set.of(HttpStatus.FORBIDDEN.value(), HttpStatus.NOT_FOUND.value());

    private final ApplicationEventPublisher events;

    RefusalWatch(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Pages of refusal are led to from within: they are asked for by nobody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.REQUEST;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String asked = request.getMethod() + " " + request.getRequestURI();
        chain.doFilter(request, response);
        if (REFUSALS.contains(response.getStatus())
                && authentication != null
                && authentication.getPrincipal() instanceof SignedIn who) {
            try {
                events.publishEvent(new AccessRefused(who, asked, response.getStatus()));
            } catch (DataAccessException | TransactionException e) {
                // Nothing was shown, so nothing is to be taken back.
                LOG.warn("A refusal could not be noted: {}", e.getClass().getSimpleName());
            }
        }
    }
}

package fr.gercor.faq.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** Binds somebody to their session, under a new number each time, so that a number planted before is worth nothing. */
class SessionDoor {

    private static final int LONGEST_BROWSER = 300;

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository tokens;
    private final OpenSessions sessions;

    SessionDoor(SecurityContextRepository contexts, CsrfTokenRepository tokens, OpenSessions sessions) {
        this.contexts = contexts;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    void enter(HttpServletRequest request, HttpServletResponse response, Halfway halfway) {
        enter(request, response, halfway, halfway.authentication());
    }

    void enter(HttpServletRequest request, HttpServletResponse response, Member member) {
        enter(request, response, member, member.authentication());
    }

    private void enter(
            HttpServletRequest request, HttpServletResponse response, Identity identity, Authentication who) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        note(request, session, identity);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        tokens.saveToken(null, request, response);
    }

    /** Enters a session that the framework has bound already. */
    void note(HttpServletRequest request, HttpSession session, Identity identity) {
        String browser =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        sessions.enter(session, identity, browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER)));
    }
}

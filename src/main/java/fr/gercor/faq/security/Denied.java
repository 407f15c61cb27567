package fr.gercor.faq.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Leads those who are halfway on to their next step, and tells the others plainly that this is not for them. */
class Denied implements AccessDeniedHandler {

    private static final String LOGIN = "/connexion";

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            return;
        }
        if (why instanceof CsrfException) {
            show("/connexion/formulaire-perime", request, response);
            return;
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean halfway = who != null && who.getPrincipal() instanceof Halfway;
        boolean step = request.getServletPath().startsWith(LOGIN);
        if (halfway) {
            // The page of the code leads on by itself where another step is due.
            response.sendRedirect(request.getContextPath() + "/connexion/code");
        } else if (step) {
            response.sendRedirect(request.getContextPath() + LOGIN);
        } else {
            show("/connexion/refus", request, response);
        }
    }

    private static void show(String page, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        request.getRequestDispatcher(page).forward(request, response);
    }
}

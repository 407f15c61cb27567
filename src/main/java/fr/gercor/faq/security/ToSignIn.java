package fr.gercor.faq.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads whoever has not logged in to the login page, which knows in its address where they wanted to go. */
class ToSignIn implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/connexion" + wanted(request));
    }

    /** The page asked for, as a parameter; nothing if it can't be gone back to. */
    static String wanted(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String page = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        return HttpMethod.GET.matches(request.getMethod()) && Landing.isOurs(page)
                ? "?" + Landing.PARAMETER + "=" + URLEncoder.encode(page, StandardCharsets.UTF_8)
                : "";
    }
}

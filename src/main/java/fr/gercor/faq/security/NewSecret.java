package fr.gercor.faq.security;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session holds between two pages: a secret that is being set up, and codes or a password that will be shown once. */
final class NewSecret {

    private static final String SECRET = "faq.new-secret";
    private static final String ONCE = "faq.shown-once";

    private NewSecret() {}

    /** The secret that is being set up in a session; a new one if there is none. */
    static byte[] of(HttpSession session, SecondFactor factor) {
        if (session.getAttribute(SECRET) instanceof byte[] secret) {
            return secret;
        }
        byte[] secret = factor.newSecret();
        session.setAttribute(SECRET, secret);
        return secret;
    }

    static Optional<byte[]> of(HttpSession session) {
        return Optional.ofNullable((byte[]) session.getAttribute(SECRET));
    }

    static void forget(HttpSession session) {
        session.removeAttribute(SECRET);
    }

    static void showOnce(HttpSession session, List<String> words) {
        session.setAttribute(ONCE, new ArrayList<>(words));
    }

    /** What is to be shown; nothing the second time. */
    static List<String> shownOnce(HttpSession session) {
        Object words = session.getAttribute(ONCE);
        session.removeAttribute(ONCE);
        return words instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}

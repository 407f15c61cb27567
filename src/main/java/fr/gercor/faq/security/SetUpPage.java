package fr.gercor.faq.security;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.ModelAndView;

/** Shows a new secret, as a picture and in letters, until the application that took it tells its first code. */
class SetUpPage {

    static final String VIEW = "security/application";

    private static final int GROUP = 4;

    private final SecondFactor secondFactor;
    private final Enrolment enrolment;
    private final MessageSource messages;

    SetUpPage(SecondFactor secondFactor, Enrolment enrolment, MessageSource messages) {
        this.secondFactor = secondFactor;
        this.enrolment = enrolment;
        this.messages = messages;
    }

    ModelAndView show(HttpSession session, Account account, String path) {
        return new ModelAndView(VIEW, model(session, account, path));
    }

    Map<String, Object> model(HttpSession session, Account account, String path) {
        String secret = SecondFactor.base32(NewSecret.of(session, secondFactor));
        return Map.of(
                "path",
                path,
                "secret",
                secret.replaceAll("(.{" + GROUP + "})(?!$)", "$1 "),
                "username",
                account.username().orElse(""));
    }

    /** The picture, an SVG. */
    String picture(HttpSession session, Account account) {
        String issuer = messages.getMessage("site.name", null, Locale.FRENCH);
        return QrCode.svg(
                SecondFactor.address(issuer, account.username().orElse(""), NewSecret.of(session, secondFactor)));
    }

    /** @return the recovery codes; empty if the code is wrong */
    Optional<List<String>> confirm(HttpSession session, Account account, String code) {
        Optional<List<String>> codes = NewSecret.of(session).flatMap(secret -> enrolment.setUp(account, secret, code));
        codes.ifPresent(shown -> NewSecret.forget(session));
        return codes;
    }
}

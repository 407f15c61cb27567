package fr.gercor.faq.security;

import fr.gercor.faq.security.SignIn.Stage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The steps of a first login: a password of one's own, then the application that tells codes. */
@Controller
@RequestMapping("/connexion")
class EnrolmentController {

    private static final String PASSWORD = "security/password";

    private final Steps steps;
    private final Enrolment enrolment;
    private final SetUpPage setUp;

    EnrolmentController(Steps steps, Enrolment enrolment, SetUpPage setUp) {
        this.steps = steps;
        this.enrolment = enrolment;
        this.setUp = setUp;
    }

    @GetMapping("/mot-de-passe")
    ModelAndView password(@AuthenticationPrincipal Halfway halfway) {
        return steps.areAt(Stage.NEW_PASSWORD, halfway)
                ? new ModelAndView(PASSWORD, passwordModel(halfway))
                : to(steps.page(halfway));
    }

    @PostMapping("/mot-de-passe")
    ModelAndView password(
            @AuthenticationPrincipal Halfway halfway,
            @RequestParam(name = "nouveau", defaultValue = "") String password,
            @RequestParam(name = "encore", defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!steps.areAt(Stage.NEW_PASSWORD, halfway)) {
            return to(steps.page(halfway));
        }
        Account account = steps.account(halfway);
        return enrolment
                .choosePassword(account, password, again)
                .map(objection -> Refusal.of(objection).on(PASSWORD, passwordModel(halfway), response))
                .orElseGet(() -> to(steps.advance(request, response, account.id(), halfway.codeGiven())));
    }

    private Map<String, Object> passwordModel(Halfway halfway) {
        return Map.of("username", steps.account(halfway).username().orElse(""));
    }

    @GetMapping("/application")
    ModelAndView application(@AuthenticationPrincipal Halfway halfway, HttpSession session) {
        return steps.areAt(Stage.SET_UP, halfway)
                ? setUp.show(session, steps.account(halfway), "/connexion/application")
                : to(steps.page(halfway));
    }

    @GetMapping(path = "/application/qr.svg")
    ResponseEntity<String> picture(@AuthenticationPrincipal Halfway halfway, HttpSession session) {
        return steps.areAt(Stage.SET_UP, halfway)
                ? ResponseEntity.ok()
                        .contentType(MediaType.valueOf("image/svg+xml"))
                        .body(setUp.picture(session, steps.account(halfway)))
                : ResponseEntity.status(HttpStatus.NOT_FOUND).build();
    }

    @PostMapping("/application")
    ModelAndView application(
            @AuthenticationPrincipal Halfway halfway,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!steps.areAt(Stage.SET_UP, halfway)) {
            return to(steps.page(halfway));
        }
        Account account = steps.account(halfway);
        HttpSession session = request.getSession();
        Optional<List<String>> codes = setUp.confirm(session, account, code);
        if (codes.isEmpty()) {
            return Refusal.of(HttpStatus.BAD_REQUEST, "security.code.wrong")
                    .on(SetUpPage.VIEW, setUp.model(session, account, "/connexion/application"), response);
        }
        String landing = steps.advance(request, response, account.id(), true);
        RecoveryCodesPage.prepare(request.getSession(), codes.get(), landing);
        return to(RecoveryCodesPage.PATH);
    }

    private static ModelAndView to(String page) {
        return new ModelAndView("redirect:" + page);
    }
}

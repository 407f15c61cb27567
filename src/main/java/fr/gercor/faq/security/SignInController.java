package fr.gercor.faq.security;

import fr.gercor.faq.security.SignIn.Stage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks for the password, then for the code. */
@Controller
@RequestMapping("/connexion")
class SignInController {

    private static final String FORM = "security/sign-in";
    private static final String CODE = "security/code";
    private static final String WRONG = "security.wrong";

    private final SignIn signIn;
    private final Steps steps;
    private final Devices devices;
    private final List<ProviderLink> providers;
    private final AccountSettings settings;

    SignInController(
            SignIn signIn, Steps steps, Devices devices, List<ProviderLink> providers, AccountSettings settings) {
        this.signIn = signIn;
        this.steps = steps;
        this.devices = devices;
        this.providers = providers;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView form(
            @AuthenticationPrincipal @Nullable Object principal,
            @RequestParam(name = Landing.PARAMETER, defaultValue = "") String wanted,
            @RequestParam(name = "fin", required = false) @Nullable String ended,
            @RequestParam(name = "echec", required = false) @Nullable String failed) {
        if (principal instanceof SignedIn person) {
            return to(Landing.of(person.roles(), Optional.of(wanted)));
        }
        ModelAndView page = new ModelAndView(FORM, model(wanted, ""));
        if (ended != null) {
            page.addObject("notice", "security.ended");
        } else if (failed != null) {
            page.addObject("refusal", Refusal.of(HttpStatus.FORBIDDEN, "security.provider.failed"));
        }
        return page;
    }

    @PostMapping
    ModelAndView password(
            @RequestParam(name = "utilisateur", defaultValue = "") String username,
            @RequestParam(name = "mot-de-passe", defaultValue = "") String password,
            @RequestParam(name = Landing.PARAMETER, defaultValue = "") String wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        Attempt attempt =
                signIn.password(username, password, request.getRemoteAddr(), devices.known(request, username));
        return switch (attempt) {
            case Attempt.Passed(Account account) -> {
                String next = steps.advance(request, response, account.id(), false);
                if (Landing.isOurs(wanted)) {
                    request.getSession().setAttribute(Steps.WANTED, wanted);
                }
                yield to(next);
            }
            case Attempt.Refused() ->
                Refusal.of(HttpStatus.FORBIDDEN, WRONG).on(FORM, model(wanted, username), response);
            case Attempt.TooSoon(var delay) -> Refusal.tooSoon(delay).on(FORM, model(wanted, username), response);
        };
    }

    private Map<String, Object> model(String wanted, String username) {
        return Map.of(
                "wanted",
                Landing.isOurs(wanted) ? wanted : "",
                "username",
                username,
                "providers",
                providers,
                "contact",
                settings.accounts().contact());
    }

    @GetMapping("/code")
    ModelAndView code(@AuthenticationPrincipal Halfway halfway) {
        return steps.areAt(Stage.CODE, halfway) ? new ModelAndView(CODE) : to(steps.page(halfway));
    }

    @PostMapping("/code")
    ModelAndView code(
            @AuthenticationPrincipal Halfway halfway,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!steps.areAt(Stage.CODE, halfway)) {
            return to(steps.page(halfway));
        }
        Account account = steps.account(halfway);
        Optional<String> device = account.username().flatMap(username -> devices.known(request, username));
        return switch (signIn.code(account, code, device)) {
            case Attempt.Passed passed ->
                to(steps.advance(request, response, passed.account().id(), true));
            case Attempt.Refused() ->
                Refusal.of(HttpStatus.FORBIDDEN, "security.code.wrong").on(CODE, Map.of(), response);
            case Attempt.TooSoon(var delay) -> Refusal.tooSoon(delay).on(CODE, Map.of(), response);
        };
    }

    /** Somebody whom a provider vouches for, without any right here. */
    @GetMapping("/sans-acces")
    ModelAndView noAccess() {
        return new ModelAndView(
                "security/no-access",
                Map.of("kind", "provider", "contact", settings.accounts().contact()),
                HttpStatus.FORBIDDEN);
    }

    /** What is shown instead of a page that somebody may not see; any method, since any may be refused. */
    @RequestMapping("/refus")
    ModelAndView refused() {
        return new ModelAndView(
                "security/no-access",
                Map.of("kind", "role", "contact", settings.accounts().contact()),
                HttpStatus.FORBIDDEN);
    }

    /** A form that came without its token: left open too long, or sent by another site. */
    @RequestMapping("/formulaire-perime")
    ModelAndView stale() {
        return new ModelAndView(
                "security/no-access",
                Map.of("kind", "stale", "contact", settings.accounts().contact()),
                HttpStatus.FORBIDDEN);
    }

    private static ModelAndView to(String page) {
        return new ModelAndView("redirect:" + page);
    }
}

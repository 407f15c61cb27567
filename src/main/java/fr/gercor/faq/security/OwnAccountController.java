package fr.gercor.faq.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What everybody may do with their own account: password, codes, application, sessions. */
@Controller
@RequestMapping("/compte")
class OwnAccountController {

    private static final String PAGE = "security/account";
    private static final String HOME = "/compte";
    private static final String APPLICATION = "/compte/application";

    private final Accounts accounts;
    private final SignIn signIn;
    private final Enrolment enrolment;
    private final SetUpPage setUp;
    private final SessionDoor door;
    private final OpenSessions sessions;

    OwnAccountController(
            Accounts accounts,
            SignIn signIn,
            Enrolment enrolment,
            SetUpPage setUp,
            SessionDoor door,
            OpenSessions sessions) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.enrolment = enrolment;
        this.setUp = setUp;
        this.door = door;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(name = "fait", defaultValue = "") String done,
            HttpSession session) {
        ModelAndView page =
                new ModelAndView(PAGE, model(accounts.byId(person.id()).orElseThrow(), session));
        if (List.of("mot-de-passe", "application", "sessions").contains(done)) {
            page.addObject("notice", "security.account.done." + done);
        }
        return page;
    }

    @PostMapping("/mot-de-passe")
    ModelAndView password(
            @AuthenticationPrincipal @Nullable Member member,
            @RequestParam(name = "ancien", defaultValue = "") String old,
            @RequestParam(name = "nouveau", defaultValue = "") String password,
            @RequestParam(name = "encore", defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        return withPassword(member, old, request, response, account -> enrolment
                .choosePassword(account, password, again)
                .map(objection -> Refusal.of(objection).on(PAGE, model(account, request.getSession()), response))
                .orElseGet(() -> {
                    stay(request, response, account.id());
                    return to(HOME + "?fait=mot-de-passe");
                }));
    }

    @PostMapping("/codes")
    ModelAndView codes(
            @AuthenticationPrincipal @Nullable Member member,
            @RequestParam(name = "ancien", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return withPassword(member, password, request, response, account -> {
            RecoveryCodesPage.prepare(request.getSession(), enrolment.renewRecoveryCodes(account), HOME);
            return to(RecoveryCodesPage.PATH);
        });
    }

    @PostMapping("/application/nouvelle")
    ModelAndView newApplication(
            @AuthenticationPrincipal @Nullable Member member,
            @RequestParam(name = "ancien", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return withPassword(member, password, request, response, account -> {
            NewSecret.forget(request.getSession());
            setUp.model(request.getSession(), account, APPLICATION);
            return to(APPLICATION);
        });
    }

    /** Only after the password was asked for: before, there is no secret to show. */
    @GetMapping("/application")
    ModelAndView application(@AuthenticationPrincipal @Nullable Member member, HttpSession session) {
        Account account = account(member);
        return NewSecret.of(session).isPresent() ? setUp.show(session, account, APPLICATION) : to(HOME);
    }

    @GetMapping("/application/qr.svg")
    ResponseEntity<String> picture(@AuthenticationPrincipal @Nullable Member member, HttpSession session) {
        Account account = account(member);
        return NewSecret.of(session).isPresent()
                ? ResponseEntity.ok()
                        .contentType(MediaType.valueOf("image/svg+xml"))
                        .body(setUp.picture(session, account))
                : ResponseEntity.status(HttpStatus.NOT_FOUND).build();
    }

    @PostMapping("/application")
    ModelAndView application(
            @AuthenticationPrincipal @Nullable Member member,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Account account = account(member);
        HttpSession session = request.getSession();
        if (NewSecret.of(session).isEmpty()) {
            return to(HOME);
        }
        Optional<List<String>> codes = setUp.confirm(session, account, code);
        if (codes.isEmpty()) {
            return Refusal.of(HttpStatus.BAD_REQUEST, "security.code.wrong")
                    .on(SetUpPage.VIEW, setUp.model(session, account, APPLICATION), response);
        }
        stay(request, response, account.id());
        RecoveryCodesPage.prepare(request.getSession(), codes.get(), HOME + "?fait=application");
        return to(RecoveryCodesPage.PATH);
    }

    @PostMapping("/sessions")
    ModelAndView closeOthers(@AuthenticationPrincipal SignedIn person, HttpSession session) {
        sessions.closeOthers(session, person.id());
        return to(HOME + "?fait=sessions");
    }

    /** Does what only its owner may do, who proves it by the password. */
    private ModelAndView withPassword(
            @Nullable Member member,
            String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Account, ModelAndView> deed) {
        Account account = account(member);
        return switch (signIn.passwordAgain(account, password)) {
            case Attempt.Passed passed -> deed.apply(passed.account());
            case Attempt.Refused() ->
                Refusal.of(HttpStatus.FORBIDDEN, "security.account.wrong-password")
                        .on(PAGE, model(account, request.getSession()), response);
            case Attempt.TooSoon(var delay) ->
                Refusal.tooSoon(delay).on(PAGE, model(account, request.getSession()), response);
        };
    }

    /** Those who come through a provider have neither password nor code here. */
    private Account account(@Nullable Member member) {
        if (member == null) {
            throw new AccessDeniedException("Not an account with a password");
        }
        return accounts.byId(member.id()).orElseThrow();
    }

    /** The change has ended all sessions of the account; this one goes on as a new one. */
    private void stay(HttpServletRequest request, HttpServletResponse response, String id) {
        door.enter(request, response, Member.of(accounts.byId(id).orElseThrow()));
        sessions.closeOthers(request.getSession(), id);
    }

    private Map<String, Object> model(Account account, HttpSession session) {
        Map<String, Object> model = new HashMap<>();
        model.put("account", account);
        model.put("codesLeft", accounts.recoveryCodesLeft(account.id()));
        model.put("current", sessions.id(session).orElse(""));
        model.put(
                "sessions",
                sessions.of(account.id()).stream().map(SessionLine::of).toList());
        return model;
    }

    private static ModelAndView to(String page) {
        return new ModelAndView("redirect:" + page);
    }
}

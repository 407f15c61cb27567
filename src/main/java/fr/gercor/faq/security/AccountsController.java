package fr.gercor.faq.security;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The accounts, for administrators. */
@Controller
@RequestMapping(AccountsController.PATH)
class AccountsController {

    static final String PATH = "/administration/comptes";

    private static final String LIST = "security/accounts";
    private static final String NEW = "security/new-account";
    private static final String ONE = "security/one-account";
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\d][\\p{L}\\d._@+-]{1,63}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ORGANISATION = 200;
    private static final int EVENTS_SHOWN = 50;
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Accounts accounts;
    private final AccountOffice office;

    AccountsController(Accounts accounts, AccountOffice office) {
        this.accounts = accounts;
        this.office = office;
    }

    /** What the form holds, to be shown again if it is refused. */
    record Draft(String username, String name, String title, String organisation, Set<Role> roles) {

        private boolean isWhole() {
            return USERNAME.matcher(Accounts.normalised(username)).matches()
                    && holds(name)
                    && holds(title)
                    && organisation.length() <= LONGEST_ORGANISATION
                    && !roles.isEmpty();
        }

        private static boolean holds(String text) {
            return !text.isBlank() && text.length() <= LONGEST_NAME;
        }
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView(LIST, Map.of("accounts", accounts.all()));
    }

    @GetMapping("/nouveau")
    ModelAndView form() {
        return new ModelAndView(NEW, formModel(new Draft("", "", "", "", Set.of())));
    }

    @PostMapping("/nouveau")
    ModelAndView create(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(name = "utilisateur", defaultValue = "") String username,
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "titre", defaultValue = "") String title,
            @RequestParam(name = "etablissement", defaultValue = "") String organisation,
            @RequestParam(name = "role", required = false) @Nullable List<Role> roles,
            HttpSession session,
            HttpServletResponse response) {
        Draft draft = new Draft(
                username.strip(),
                name.strip(),
                title.strip(),
                organisation.strip(),
                roles == null || roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles));
        if (!draft.isWhole()) {
            return Refusal.of(HttpStatus.BAD_REQUEST, "security.accounts.incomplete")
                    .on(NEW, formModel(draft), response);
        }
        try {
            AccountOffice.Opened opened = office.open(
                    admin.id(),
                    draft.username(),
                    draft.name(),
                    draft.title(),
                    Optional.of(draft.organisation()).filter(text -> !text.isEmpty()),
                    draft.roles());
            NewSecret.showOnce(session, List.of(opened.password()));
            return to(opened.id());
        } catch (DuplicateKeyException e) {
            return Refusal.of(HttpStatus.CONFLICT, "security.accounts.taken").on(NEW, formModel(draft), response);
        }
    }

    private static Map<String, Object> formModel(Draft draft) {
        return Map.of("draft", draft, "allRoles", Role.values());
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn admin, @PathVariable("id") String id, HttpSession session) {
        Map<String, Object> model = model(admin, account(id));
        model.put("passwords", NewSecret.shownOnce(session));
        return new ModelAndView(ONE, model);
    }

    @PostMapping("/{id}/mot-de-passe")
    ModelAndView resetPassword(
            @AuthenticationPrincipal SignedIn admin, @PathVariable("id") String id, HttpSession session) {
        Account account = others(admin, id);
        if (account.username().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        NewSecret.showOnce(session, List.of(office.resetPassword(admin.id(), id)));
        return to(id);
    }

    @PostMapping("/{id}/second-facteur")
    ModelAndView resetSecondFactor(@AuthenticationPrincipal SignedIn admin, @PathVariable("id") String id) {
        others(admin, id);
        office.resetSecondFactor(admin.id(), id);
        return to(id);
    }

    @PostMapping("/{id}/desactiver")
    ModelAndView disable(
            @AuthenticationPrincipal SignedIn admin, @PathVariable("id") String id, HttpServletResponse response) {
        Account account = others(admin, id);
        return office.disable(admin.id(), id) ? to(id) : lastAdmin(admin, account, response);
    }

    @PostMapping("/{id}/reactiver")
    ModelAndView enable(@AuthenticationPrincipal SignedIn admin, @PathVariable("id") String id) {
        others(admin, id);
        office.enable(admin.id(), id);
        return to(id);
    }

    /** Those who come through a provider have the roles that it vouches for, each time anew. */
    @PostMapping("/{id}/roles")
    ModelAndView changeRoles(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable("id") String id,
            @RequestParam(name = "role", required = false) @Nullable List<Role> roles,
            HttpServletResponse response) {
        Account account = others(admin, id);
        if (account.provider().isPresent()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (roles == null || roles.isEmpty()) {
            return Refusal.of(HttpStatus.BAD_REQUEST, "security.accounts.no-role")
                    .on(ONE, model(admin, account), response);
        }
        return office.setRoles(admin.id(), id, EnumSet.copyOf(roles)) ? to(id) : lastAdmin(admin, account, response);
    }

    private ModelAndView lastAdmin(SignedIn admin, Account account, HttpServletResponse response) {
        return Refusal.of(HttpStatus.CONFLICT, "security.accounts.last-admin").on(ONE, model(admin, account), response);
    }

    private Account account(String id) {
        return accounts.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Nobody locks themselves out: what concerns their own account stands at /compte. */
    private Account others(SignedIn admin, String id) {
        if (admin.id().equals(id)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return account(id);
    }

    private Map<String, Object> model(SignedIn admin, Account account) {
        Map<String, Object> model = new HashMap<>();
        model.put("account", account);
        model.put("passwords", List.of());
        model.put("allRoles", Role.values());
        model.put("own", admin.id().equals(account.id()));
        model.put("created", account.createdAt().atZone(FRANCE));
        model.put(
                "events",
                accounts.events(account.id(), EVENTS_SHOWN).stream()
                        .map(event -> new EventLine(
                                event.action(), event.actor(), event.at().atZone(FRANCE)))
                        .toList());
        return model;
    }

    /** A line of the audit log, in the time of France. */
    record EventLine(AccountEvent.Action action, String actor, java.time.ZonedDateTime at) {}

    private static ModelAndView to(String id) {
        return new ModelAndView("redirect:" + PATH + "/" + id);
    }
}

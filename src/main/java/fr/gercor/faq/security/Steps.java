package fr.gercor.faq.security;

import fr.gercor.faq.security.AccountEvent.Action;
import fr.gercor.faq.security.SignIn.Stage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Leads somebody from one step of logging in to the next, and at last to the page that they wanted. */
class Steps {

    /** In the session: the page that somebody wanted. */
    static final String WANTED = "faq.wanted";

    private final Accounts accounts;
    private final SessionDoor door;
    private final Devices devices;

    Steps(Accounts accounts, SessionDoor door, Devices devices) {
        this.accounts = accounts;
        this.door = door;
        this.devices = devices;
    }

    /** The account of somebody halfway, as it is now. */
    Account account(Halfway halfway) {
        return accounts.byId(halfway.accountId()).orElseThrow();
    }

    /** Whether somebody halfway has come to a step: nobody skips one. */
    boolean areAt(Stage stage, Halfway halfway) {
        return SignIn.stage(account(halfway), halfway.codeGiven()) == stage;
    }

    /** The page of the step that is next for somebody halfway. */
    String page(Halfway halfway) {
        return page(SignIn.stage(account(halfway), halfway.codeGiven()));
    }

    private static String page(Stage stage) {
        return switch (stage) {
            case CODE -> "/connexion/code";
            case NEW_PASSWORD -> "/connexion/mot-de-passe";
            case SET_UP -> "/connexion/application";
            case DONE -> "/connexion";
        };
    }

    /**
     * Takes an account one step further.
     *
     * @param id of an account whose password was right
     * @param codeGiven whether the second factor was right as well
     * @return the page to go to
     */
    String advance(HttpServletRequest request, HttpServletResponse response, String id, boolean codeGiven) {
        Account account = accounts.byId(id).orElseThrow();
        Stage stage = SignIn.stage(account, codeGiven);
        if (stage != Stage.DONE) {
            door.enter(request, response, new Halfway(id, account.version(), codeGiven));
            return page(stage);
        }
        door.enter(request, response, Member.of(account));
        account.username().ifPresent(username -> devices.remember(request, response, username));
        accounts.note(id, id, Action.LOGGED_IN);
        return Landing.of(account.roles(), wanted(request.getSession()));
    }

    static Optional<String> wanted(HttpSession session) {
        Optional<String> wanted = Optional.ofNullable((String) session.getAttribute(WANTED));
        session.removeAttribute(WANTED);
        return wanted;
    }
}

package fr.gercor.faq.security;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where somebody goes after logging in. */
final class Landing {

    /** The parameter that carries the page somebody wanted. */
    static final String PARAMETER = "suite";

    private static final int LONGEST = 500;

    /** Pages of ours that want a login, and no address of anybody else. */
    private static final Pattern OURS = Pattern.compile(
            "/(?:pro|console|administration|compte|professionnels)(?:/[\\w.~%/-]*)?(?:\\?[\\w.~%&=+*/:,;-]*)?");

    private Landing() {}

    /** @param wanted the page they wanted, as it came from outside */
    static String of(Set<Role> roles, Optional<String> wanted) {
        String usual = roles.contains(Role.CLINICIAN) ? "/pro" : "/console";
        return wanted.filter(Landing::isOurs).orElse(usual);
    }

    static boolean isOurs(String page) {
        return page.length() <= LONGEST && OURS.matcher(page).matches();
    }
}

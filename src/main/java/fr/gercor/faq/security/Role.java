package fr.gercor.faq.security;

/** What somebody who has logged in may do; a patient has none. */
public enum Role {
    /** Reads the conversation logs and mends what failed. */
    STAFF,
    /** A health professional: asks about protocols, and answers what patients ask. */
    CLINICIAN,
    /** Creates, disables and resets accounts, gives them roles; reads the audit log. */
    ADMIN;

    /** The name of the authority that Spring Security knows it by. */
    public String authority() {
        return "ROLE_" + name();
    }
}

package fr.gercor.faq.security;

import java.util.Optional;
import java.util.Set;

/** Somebody who has logged in, by a password and a code or through an identity provider: the principal of their session. */
public interface SignedIn {

    /** What names the account for ever, in conversations, answers and the audit log; at most 64 characters. */
    String id();

    /** How colleagues see them. */
    String name();

    /** How an answer is signed: « oncologue », « infirmière de coordination ». */
    String title();

    /** The hospital or group. */
    Optional<String> organisation();

    Set<Role> roles();
}

package fr.gercor.faq.chat;

import fr.gercor.faq.security.Role;
import fr.gercor.faq.security.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Somebody who has logged in. */
record Account(String id, Set<Role> roles) implements SignedIn {

    Authentication session() {
        return new TestingAuthenticationToken(
                this, "", List.copyOf(roles).stream().map(Role::authority).toArray(String[]::new));
    }

    @Override
    public String name() {
        return "Dr " + id;
    }

    @Override
    public String title() {
        return "oncologue";
    }

    @Override
    public Optional<String> organisation() {
        return Optional.empty();
    }
}

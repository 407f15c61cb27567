package fr.gercor.faq.security;

import fr.gercor.faq.testsupport.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.springframework.context.ConfigurableApplicationContext;

/** Accounts for tests, and people who log in with them in a few words. */
class People {

    static final String PASSWORD = "quatre mots sans rapport";

    private final ConfigurableApplicationContext service;
    private final int port;
    private final MovableClock clock;

    People(ConfigurableApplicationContext service) {
        this.service = service;
        this.port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.clock = service.getBean(MovableClock.class);
    }

    /** An account, and all that its owner knows. */
    record Person(String id, String username, String password, Telephone telephone) {}

    /** An account with a password of its owner's choice and a second factor. */
    Person enrolled(Role... roles) {
        String username = "p" + UUID.randomUUID().toString().substring(0, 8);
        AccountOffice.Opened opened = service.getBean(AccountOffice.class)
                .open("", username, "Dr " + username, "oncologue", Optional.of("Hôpital d'essai"), Set.of(roles));
        Accounts accounts = service.getBean(Accounts.class);
        accounts.choosePassword(opened.id(), service.getBean(Passwords.class).hash(PASSWORD));
        byte[] secret = service.getBean(SecondFactor.class).newSecret();
        accounts.setSecondFactor(opened.id(), service.getBean(Vault.class).seal(opened.id(), secret), 0);
        return new Person(opened.id(), username, PASSWORD, new Telephone(SecondFactor.base32(secret)));
    }

    Visitor visitor() {
        return new Visitor(port);
    }

    static HttpResponse<String> password(Visitor visitor, String username, String password) {
        return visitor.submit("/connexion", "/connexion", "utilisateur", username, "mot-de-passe", password);
    }

    /** The code that the telephone shows, in a step of time that no test has used. */
    String code(Person person) {
        clock.move(Duration.ofSeconds(61));
        return person.telephone().code(clock.instant());
    }

    HttpResponse<String> code(Visitor visitor, String code) {
        return visitor.submit("/connexion/code", "/connexion/code", "code", code);
    }

    /** Somebody who has logged in with both. */
    Visitor signedIn(Person person) {
        Visitor visitor = visitor();
        password(visitor, person.username(), person.password());
        HttpResponse<String> landed = code(visitor, code(person));
        if (landed.statusCode() != 302) {
            throw new AssertionError(
                    "Not logged in: " + Jsoup.parse(landed.body()).text());
        }
        return visitor;
    }

    Visitor signedIn(Role... roles) {
        return signedIn(enrolled(roles));
    }

    /** Somebody whose password was right, and no more. */
    Visitor halfway(Role... roles) {
        Visitor visitor = visitor();
        password(visitor, enrolled(roles).username(), PASSWORD);
        return visitor;
    }
}

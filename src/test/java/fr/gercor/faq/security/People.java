package fr.gercor.faq.security;

import fr.gercor.faq.testsupport.MovableClock;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.springframework.context.ConfigurableApplicationContext;

/** Accounts for tests, and people who log in with them in a few words. */
public final class People {

    public static final String PASSWORD = "quatre mots sans rapport";

    private final ConfigurableApplicationContext service;
    private final int port;
    private final Clock clock;

    public People(ConfigurableApplicationContext service) {
        this.service = service;
        this.port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.clock = service.getBean(Clock.class);
    }

    /** An account, and all that its owner knows. */
    public record Person(String id, String username, String password, Telephone telephone) {}

    /** An account with a password of its owner's choice and a second factor. */
    public Person enrolled(Role... roles) {
        String username = "p" + UUID.randomUUID().toString().substring(0, 8);
        AccountOffice.Opened opened = service.getBean(AccountOffice.class)
                .open("", username, "Dr " + username, "oncologue", Optional.of("Hôpital d'essai"), Set.of(roles));
        Accounts accounts = service.getBean(Accounts.class);
        accounts.choosePassword(opened.id(), service.getBean(Passwords.class).hash(PASSWORD));
        byte[] secret = service.getBean(SecondFactor.class).newSecret();
        accounts.setSecondFactor(opened.id(), service.getBean(Vault.class).seal(opened.id(), secret), 0);
        return new Person(opened.id(), username, PASSWORD, new Telephone(SecondFactor.base32(secret)));
    }

    public Visitor visitor() {
        return new Visitor(port);
    }

    static HttpResponse<String> password(Visitor visitor, String username, String password) {
        return visitor.submit("/connexion", "/connexion", "utilisateur", username, "mot-de-passe", password);
    }

    /** The code that the telephone shows, in a step of time that no test has used where the clock can be moved. */
    public String code(Person person) {
        if (clock instanceof MovableClock movable) {
            movable.move(Duration.ofSeconds(61));
        }
        return person.telephone().code(clock.instant());
    }

    HttpResponse<String> code(Visitor visitor, String code) {
        return visitor.submit("/connexion/code", "/connexion/code", "code", code);
    }

    /** Somebody who has logged in with both. */
    public Visitor signedIn(Person person) {
        Visitor visitor = visitor();
        password(visitor, person.username(), person.password());
        HttpResponse<String> landed = code(visitor, code(person));
        if (landed.statusCode() != 302) {
            throw new AssertionError(
                    "Not logged in: " + Jsoup.parse(landed.body()).text());
        }
        return visitor;
    }

    public Visitor signedIn(Role... roles) {
        return signedIn(enrolled(roles));
    }

    /** Somebody whose password was right, and no more. */
    Visitor halfway(Role... roles) {
        Visitor visitor = visitor();
        password(visitor, enrolled(roles).username(), PASSWORD);
        return visitor;
    }
}

package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.security.People.Person;
import fr.gercor.faq.testsupport.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Somebody guesses, and somebody else wants to work. */
class ThrottleTests {

    private static final int GUESSES = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private static ConfigurableApplicationContext service;
    private static People people;
    private static MovableClock clock;
    private static SignIn signIn;

    @BeforeAll
    static void start() {
        service = SecurityApplication.start("--faq.accounts.first-admin=false");
        people = new People(service);
        clock = service.getBean(MovableClock.class);
        signIn = service.getBean(SignIn.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void looksAtTenGuessesInAQuarterOfAnHourAndLetsTheOwnerIn(int addresses) {
        Person anne = people.enrolled(Role.CLINICIAN);
        try (Visitor known = people.signedIn(anne)) {
            known.submit("/compte", "/deconnexion");

            assertThat(taken(i -> signIn.password(
                            anne.username(), "guess " + i, "192.0.2." + i % addresses, Optional.empty())))
                    .isBetween(5, 10);

            HttpResponse<String> first = People.password(known, anne.username(), anne.password());
            assertThat(known.target(first)).isEqualTo("/connexion/code");
            assertThat(known.target(people.code(known, people.code(anne)))).isEqualTo("/pro");
        }
    }

    @Test
    void looksAtTenGuessesFromOneAddressWhateverTheNames() {
        assertThat(taken(i -> signIn.password("name" + i, "password", "198.51.100.7", Optional.empty())))
                .isBetween(5, 10);
    }

    @Test
    void takesAllAddressesOfOneNetworkForOne() {
        assertThat(taken(i ->
                        signIn.password("name" + i, "password", "2001:db8:1:2::%x".formatted(i), Optional.empty())))
                .isBetween(5, 10);
        assertThat(signIn.password("name", "password", "2001:db8:1:3::1", Optional.empty()))
                .isInstanceOf(Attempt.Refused.class);
    }

    @Test
    void looksAtTenCodesInAQuarterOfAnHour() {
        Account anne = service.getBean(Accounts.class)
                .byId(people.enrolled(Role.CLINICIAN).id())
                .orElseThrow();

        assertThat(taken(i -> signIn.code(anne, "%06d".formatted(i), Optional.empty())))
                .isBetween(5, 10);
    }

    @Test
    void givesAKnownDeviceDelaysOfItsOwn() {
        Person anne = people.enrolled(Role.CLINICIAN);

        assertThat(taken(i -> signIn.password(anne.username(), "guess " + i, "192.0.2.9", Optional.of("stolen"))))
                .isBetween(5, 10);
        assertThat(signIn.password(anne.username(), anne.password(), "192.0.2.9", Optional.of("other")))
                .isInstanceOf(Attempt.Passed.class);
    }

    @Test
    void tellsWhoIsTooSoonHowLongToWait() {
        Person anne = people.enrolled(Role.CLINICIAN);
        clock.move(Duration.ofHours(7));
        try (Visitor browser = people.visitor()) {
            HttpResponse<String> last = null;
            for (String username : new String[] {anne.username(), "inconnue-x1"}) {
                for (int i = 0; i < 5; i++) {
                    last = People.password(browser, username, "guess");
                }
                assertThat(last.statusCode()).isEqualTo(429);
                assertThat(last.headers().firstValue("Retry-After")).isPresent();
                assertThat(last.body()).contains("Trop d&#39;essais de suite");
            }
        }
        clock.move(Duration.ofHours(7));
    }

    @Test
    void takesNoDeviceAtItsWord() {
        Person anne = people.enrolled(Role.CLINICIAN);
        Person bruno = people.enrolled(Role.CLINICIAN);
        Devices devices = service.getBean(Devices.class);
        var request = new org.springframework.mock.web.MockHttpServletRequest();
        var response = new org.springframework.mock.web.MockHttpServletResponse();
        devices.remember(request, response, anne.username());
        var cookie = response.getCookie("appareil");
        request.setCookies(cookie);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(devices.known(request, anne.username().toUpperCase())).isPresent();
        assertThat(devices.known(request, bruno.username())).isEmpty();
        request.setCookies(
                new jakarta.servlet.http.Cookie("appareil", cookie.getValue().replaceAll("\\.(\\d)", ".9$1")));
        assertThat(devices.known(request, anne.username())).isEmpty();
    }

    /** Tries as fast as it goes, spread over a quarter of an hour, and counts what was looked at. */
    private static int taken(IntFunction<Attempt> guess) {
        int taken = 0;
        for (int i = 0; i < GUESSES; i++) {
            taken += guess.apply(i) instanceof Attempt.TooSoon ? 0 : 1;
            clock.move(WINDOW.dividedBy(GUESSES + 1));
        }
        return taken;
    }
}

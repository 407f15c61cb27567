package fr.gercor.faq.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gercor.faq.testsupport.MovableClock;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTests {

    private final MovableClock clock = MovableClock.now();
    private final RateLimits limits = new RateLimits(true, clock);

    @Test
    void refusesWhatGoesBeyondTheBurstAndSaysWhenToComeBack() {
        exhaust("192.0.2.1");

        assertThatThrownBy(() -> limits.takeFrom(Limit.CONVERSATIONS, "192.0.2.1"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                refused.retryAfterSeconds().orElseThrow())
                        .isBetween(1L, 60L));
    }

    @Test
    void countsEachAddressAndEachKindByItself() {
        exhaust("192.0.2.1");

        assertThatCode(() -> limits.takeFrom(Limit.CONVERSATIONS, "192.0.2.2")).doesNotThrowAnyException();
        assertThatCode(() -> limits.takeFrom(Limit.QUESTIONS, "192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void countsANetworkOfIpv6AsOne() {
        exhaust("2001:db8:1:2::1");

        assertThatThrownBy(() -> limits.takeFrom(Limit.CONVERSATIONS, "2001:db8:1:2:ffff::9"))
                .isInstanceOf(ProblemException.class);
        assertThatCode(() -> limits.takeFrom(Limit.CONVERSATIONS, "2001:db8:1:3::1"))
                .doesNotThrowAnyException();
    }

    @Test
    void forgetsAllAddressesEveryDay() {
        exhaust("192.0.2.1");

        clock.move(Duration.ofDays(1));

        assertThatCode(() -> limits.takeFrom(Limit.CONVERSATIONS, "192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void refusesNothingOnceLifted() {
        RateLimits lifted = new RateLimits(false, Clock.systemUTC());

        assertThatCode(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        lifted.takeFrom(Limit.CONVERSATIONS, "192.0.2.1");
                    }
                })
                .doesNotThrowAnyException();
    }

    private void exhaust(String address) {
        // A few come back while this runs.
        for (int i = 0; i < Limit.CONVERSATIONS.burst() * 2; i++) {
            try {
                limits.takeFrom(Limit.CONVERSATIONS, address);
            } catch (ProblemException enough) {
                return;
            }
        }
    }
}

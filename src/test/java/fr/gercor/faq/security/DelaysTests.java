package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.testsupport.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long whoever fails has to wait. */
class DelaysTests {

    private final MovableClock clock = MovableClock.now();
    private final Delays delays = new Delays(clock);

    @Test
    void letsNoWindowOfAQuarterOfAnHourHoldMoreThanTenTries() {
        List<Long> taken = new ArrayList<>();
        for (long second = 0; second < Duration.ofHours(26).toSeconds(); second++) {
            for (int burst = 0; burst < (second == 0 ? 50 : 1); burst++) {
                if (delays.begin("anne").isEmpty()) {
                    taken.add(second);
                }
            }
            clock.move(Duration.ofSeconds(1));
        }

        for (long from : taken) {
            assertThat(taken.stream().filter(at -> at >= from && at < from + 900))
                    .hasSizeLessThanOrEqualTo(10);
        }
        assertThat(taken).hasSizeBetween(100, 120);
    }

    @Test
    void tellsHowLongToWaitAndGrowsOnlyByTriesThatCount() {
        for (int i = 0; i < 4; i++) {
            assertThat(delays.begin("anne")).isEmpty();
        }
        assertThat(delays.begin("anne")).contains(Duration.ofSeconds(5));
        assertThat(delays.begin("anne")).contains(Duration.ofSeconds(5));
        assertThat(delays.begin("bruno")).isEmpty();
        clock.move(Duration.ofSeconds(5));
        assertThat(delays.begin("anne")).isEmpty();
        assertThat(delays.begin("anne")).contains(Duration.ofSeconds(15));
    }

    @Test
    void forgetsAfterSixHoursWithoutATry() {
        while (delays.begin("anne").isEmpty()) {
            // Until one has to wait.
        }
        clock.move(Duration.ofHours(7));
        for (int i = 0; i < 4; i++) {
            assertThat(delays.begin("anne")).isEmpty();
        }
    }

    @Test
    void carriesWhatWasCountedOverMidnight() {
        clock.move(Duration.between(
                clock.instant(),
                clock.instant().truncatedTo(java.time.temporal.ChronoUnit.DAYS).plus(Duration.ofSeconds(86_390))));
        while (delays.begin("anne").isEmpty()) {
            // Until one has to wait.
        }
        for (int i = 0; i < 3; i++) {
            clock.move(Duration.ofSeconds(4));
            delays.begin("anne");
        }
        assertThat(delays.begin("anne")).isPresent();
    }
}

package fr.gercor.faq.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTests {

    private final OfficeHours hours = OfficeHours.parse("MON-FRI 09:00-18:00");

    @ParameterizedTest
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"})
    void knowsEaster(LocalDate easter) {
        assertThat(FrenchHolidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-06", "2026-05-14", "2026-05-25", "2026-07-14", "2026-12-25"})
    void isClosedOnPublicHolidays(LocalDate day) {
        assertThat(hours.isOpen(paris(day.atTime(10, 0)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00, 2026-11-24T10:00", // a Friday, over the weekend
        "2026-11-22T11:00, 2026-11-25T09:00", // a Sunday: it begins on Monday at nine
        "2026-11-23T19:30, 2026-11-26T09:00", // after closing
        "2026-12-23T10:00, 2026-12-28T10:00", // over Christmas and a weekend
        "2026-10-23T10:00, 2026-10-27T10:00" // the clocks go back in between
    })
    void countsADelayInWorkingDays(LocalDateTime asked, LocalDateTime due) {
        assertThat(hours.due(paris(asked), 2)).isEqualTo(paris(due));
    }

    @Test
    void saysTheDelayAndWhenSomebodyReads() {
        Wording wording = new Wording(hours, 2);

        assertThat(wording.delay(paris(LocalDateTime.parse("2026-11-23T10:00"))))
                .isEqualTo("Réponse habituelle sous deux jours ouvrés.");
        assertThat(wording.delay(paris(LocalDateTime.parse("2026-11-21T10:00"))))
                .endsWith("à partir du lundi 23 novembre, 9 h 00.");
    }

    @Test
    void refusesHoursThatAreWrittenOtherwise() {
        assertThatThrownBy(() -> OfficeHours.parse("9h-18h")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OfficeHours.parse("MON-FRI 18:00-09:00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant paris(LocalDateTime local) {
        return local.atZone(OfficeHours.FRANCE).toInstant();
    }
}

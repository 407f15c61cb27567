package fr.gercor.faq.console;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.review.Filter;
import fr.gercor.faq.review.Insights.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class FilterAddressTests {

    private static final Period WEEK = new Period(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 22));

    private static Filter read(String address) {
        Map<String, String> parameters = new HashMap<>();
        UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .forEach((name, values) -> parameters.put(name, values.getFirst()));
        return FilterAddress.read(parameters);
    }

    @Test
    void readsWhatMarksOfChartsLeadTo() {
        assertThat(read(Behind.period(WEEK).took("1").address()).micros()).contains(new Filter.Micros(0, 999));
        assertThat(read(Behind.period(WEEK).took("8").address()).micros()).contains(new Filter.Micros(4_000, 7_999));
        assertThat(read(Behind.period(WEEK).took("1000").address()).micros())
                .contains(new Filter.Micros(64_000, 999_999));
        assertThat(read(Behind.period(WEEK).took("1000000").address()).micros())
                .contains(new Filter.Micros(1_000_000, Long.MAX_VALUE));
        assertThat(read(Behind.period(WEEK).waited("1").address()).waited())
                .contains(new Filter.Hours(0, Optional.of(1)));
        assertThat(read(Behind.period(WEEK).waited("24").address()).waited())
                .contains(new Filter.Hours(12, Optional.of(24)));
        assertThat(read(Behind.period(WEEK).waited("48+").address()).waited())
                .contains(new Filter.Hours(48, Optional.empty()));
        assertThat(read(Behind.period(WEEK).hour(DayOfWeek.SUNDAY, 23).address())
                        .hour())
                .contains(new Filter.WeekHour(DayOfWeek.SUNDAY, 23));
    }

    @Test
    void writesWhatItReads() {
        for (String query : List.of("duree=4-8", "duree=1000-", "heure=3-14", "attente=0-1", "attente=48-")) {
            assertThat(FilterAddress.write(read("/?" + query))).isEqualTo(query);
        }
        for (String query : List.of("duree=8-4", "duree=x", "heure=8-1", "heure=3-24", "heure=3-", "attente=4-4")) {
            assertThat(FilterAddress.write(read("/?" + query))).as(query).isEmpty();
        }
    }

    @Test
    void tellsTheAuditLogHowManyWordsAndNotWhich() {
        assertThat(FilterAddress.audited(FilterAddress.read(Map.of("q", "la fatigue", "avis", "down"))))
                .isEqualTo("q=*2&avis=down");
        assertThat(FilterAddress.audited(Filter.ALL)).isEmpty();
    }
}

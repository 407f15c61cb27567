package fr.gercor.faq.professional;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.professional.ProtocolFilter.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtocolFilterTests {

    private static final List<Page> PAGES = new Protocols(ProtocolPages::ofTheSite).pages();

    @Test
    void leavesAllWhereNothingIsChosen() {
        assertThat(ProtocolFilter.of(Map.of()).of(PAGES)).hasSize(29);
    }

    @Test
    void keepsWhatHoldsEveryChosenValue() {
        ProtocolFilter filter = ProtocolFilter.of(Map.of("organe", "voies biliaires", "ligne", "première ligne"));

        assertThat(filter.of(PAGES)).extracting(Protocols::slug).containsExactly("gemox", "gemcitabine-cisplatine");
    }

    @Test
    void countsWhatAnotherValueOfTheSameFacetWouldLeave() {
        ProtocolFilter filter = ProtocolFilter.of(Map.of("organe", "pancréas", "promoteur", "GERCOR"));

        List<Option> organs = filter.choices(PAGES).getFirst().options();

        assertThat(organs).contains(new Option("pancréas", 3, true), new Option("estomac", 1, false));
        organs.forEach(each -> assertThat(ProtocolFilter.of(Map.of("organe", each.value(), "promoteur", "GERCOR"))
                        .of(PAGES))
                .hasSize((int) each.count()));
    }

    @Test
    void findsTheBeginningsOfWordsWithoutTheirAccents() {
        assertThat(ProtocolFilter.of(Map.of("q", "regoraf main-pied")).of(PAGES))
                .extracting(Protocols::slug)
                .contains("regorafenib");
        assertThat(ProtocolFilter.of(Map.of("q", "zzz")).of(PAGES)).isEmpty();
    }
}

package fr.gercor.faq.professional;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.professional.CycleStrip.Regimen;
import fr.gercor.faq.professional.CycleStrip.Row;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CycleStripTests {

    private final DayReader reader = new DayReader(new ClinicalWords());

    @Test
    void drawsEachDrugOnItsDays() {
        Regimen regimen = strip(
                        "| Gemcitabine (GEMOX) | 1 000 mg/m² | IV | J1 | 100 minutes |",
                        "| Oxaliplatine (GEMOX) | 100 mg/m² | IV | J2 à J3 | 2 heures |")
                .orElseThrow()
                .regimens()
                .getFirst();

        assertThat(regimen.name()).isEqualTo("GEMOX");
        assertThat(regimen.days()).hasSize(14);
        assertThat(regimen.rows()).extracting(Row::dose).containsExactly("1 000 mg/m²", "100 mg/m²");
        assertThat(daysOf(regimen.rows().getFirst())).containsExactly(1);
        assertThat(daysOf(regimen.rows().getLast())).containsExactly(2, 3);
    }

    @Test
    void leavesOutARegimenThatItDoesNotUnderstand() {
        CycleStrip strip = strip(
                        "| Gemcitabine (GEMOX) | 1 000 mg/m² | IV | J1 | 100 minutes |",
                        "| Cétuximab (bras d'essai) | 500 mg/m² | IV | Toutes les deux semaines | 1 h |")
                .orElseThrow();

        assertThat(strip.regimens()).extracting(Regimen::name).containsExactly("GEMOX");
    }

    @Test
    void drawsNothingWhereTheProtocolItselfIsNotUnderstood() {
        assertThat(strip(
                        "| Gemcitabine (GEMOX) | 1 000 mg/m² | IV | J1 ou J2 | 100 minutes |",
                        "| Oxaliplatine (variante) | 100 mg/m² | IV | J2 | 2 heures |"))
                .isEmpty();
        assertThat(strip("| Gemcitabine | 1 000 mg/m² | IV | Hebdomadaire | 30 minutes |"))
                .isEmpty();
    }

    @Test
    void drawsNothingWhereTheCycleIsAnother() {
        assertThat(strip("| Gemcitabine (GEMOX) | 1 000 mg/m² | IV | J1 (cycle de 21 jours) | 30 minutes |"))
                .isEmpty();
        assertThat(strip("| Gemcitabine (GEMOX) | 1 000 mg/m² | IV | J1, J15 | 30 minutes |"))
                .isEmpty();
    }

    private Optional<CycleStrip> strip(String... rows) {
        Page page = new ProtocolPages()
                .with("gemox", "GEMOX", "GEMOX", rows)
                .content()
                .pages()
                .iterator()
                .next();
        return CycleStrip.of(page, reader);
    }

    private static IntStream daysOf(Row row) {
        return IntStream.rangeClosed(1, 14).filter(row::on);
    }
}

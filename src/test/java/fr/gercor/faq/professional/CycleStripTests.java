package fr.gercor.faq.professional;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.professional.CycleStrip.Regimen;
import fr.gercor.faq.professional.CycleStrip.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void marksTheDaysOnWhichALongInfusionRunsByItsDuration() {
        Row folfirinox = last(
                "| Oxaliplatine | 85 mg/m² | IV | J1 | 2 h |",
                "| 5-FU continu | 2 400 mg/m² | IV | J1 | 46 h, perfusion continue |");
        Row folfox = last(
                "| Oxaliplatine (mFOLFOX6) | 85 mg/m² | IV | J1 | 2 heures |",
                "| 5-FU continu (mFOLFOX6) | 2 400 mg/m² | IV, diffuseur | J1 à J3 | 46 heures |");

        for (Row infusion : List.of(folfirinox, folfox)) {
            assertThat(daysOf(infusion)).as(infusion.stated()).containsExactly(1);
            assertThat(daysRunning(infusion)).as(infusion.stated()).containsExactly(2, 3);
        }
        assertThat(daysRunning(last("| 5-FU continu | 2 600 mg/m² | IV | J1 | 24 h, perfusion continue |")))
                .containsExactly(2);
        assertThat(daysRunning(last("| 5-FU continu | 2 400 mg/m² | IV | J1, J8 | 46 h |")))
                .containsExactly(2, 3, 9, 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 5-FU continu (FOLFOX4) | 600 mg/m² par jour | IV | J1 et J2 | 22 heures |",
                "| Acide folinique | 200 mg/m² | IV | J1 | 1 à 2 h |",
                "| Capécitabine | 1 000 mg/m² | Orale | J1 à J14 | 14 jours (du soir de J1 au matin de J15) |",
                "| 5-FU | 800 mg/m² par jour | IV | J1 à J5 | Perfusion continue |",
                "| 5-FU | 800 mg/m² par jour | IV | J1 à J5 | 24 h |",
                "| 5-FU bolus | 400 mg/m² | IV directe | J1 | Bolus |"
            })
    void marksNoDayBesideThoseOfTheTable(String row) {
        Row drug = last(row);

        assertThat(daysRunning(drug)).isEmpty();
        assertThat(daysOf(drug).boxed())
                .isEqualTo(
                        reader.read(drug.stated()).orElseThrow().days().stream().toList());
    }

    private Row last(String... rows) {
        return strip(rows).orElseThrow().regimens().getFirst().rows().getLast();
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

    private static IntStream daysRunning(Row row) {
        return IntStream.rangeClosed(1, 14).filter(row::runs);
    }
}

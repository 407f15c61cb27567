package fr.gercor.faq.professional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayReaderTests {

    private final DayReader reader = new DayReader(new ClinicalWords());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "J1;1",
                "J1 à J3;1,2,3",
                "J1 et J2;1,2",
                "J1, J8, J15;1,8,15",
                "J1 à J5, J8 à J12;1,2,3,4,5,8,9,10,11,12",
                "J3, fin du 5-FU;3"
            })
    void readsDays(String cell, String days) {
        List<Integer> wanted =
                List.of(days.split(",")).stream().map(Integer::valueOf).toList();

        assertThat(reader.read(cell).orElseThrow().days()).containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "J1 à J14 (cycle de 28 jours);28",
                "J1, cure de 14 jours;14",
                "J1, toutes les 3 semaines;21",
                "J1, toutes les 3 semaines, après le nivolumab;21"
            })
    void readsTheLengthOfTheCycle(String cell, int length) {
        assertThat(reader.read(cell).orElseThrow().cycle()).isEqualTo(Optional.of(length));
    }

    @Test
    void readsEveryDay() {
        assertThat(reader.read("Tous les jours").orElseThrow().hold(17)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hebdomadaire",
                "J1 ou J2 (selon la publication)",
                "J1 des cycles 1 à 4",
                "Toutes les 2 semaines, 6 perfusions",
                "Toutes les deux semaines",
                "Une fois par semaine, 3 semaines sur 4 (J1, J8, J15)",
                "Avec le FOLFIRI",
                "Fractions quotidiennes",
                "J1 de la première semaine",
                "J1, J8, J15, J22, J29, J36, J43 (7 semaines sur 8)",
                "Tous les jours pendant la radiothérapie",
                "J5 à J1"
            })
    void readsNothingWhereItDoesNotUnderstandAll(String cell) {
        assertThat(reader.read(cell)).isEmpty();
    }
}

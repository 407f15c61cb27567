package fr.gercor.faq.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ChartTests {

    @Test
    void showsHostileTextAsText() {
        String hostile = "<script>alert(1)</script>\" onload=\"x\" & \u0007";
        String svg = new Svg("id", 10, 10, hostile, hostile)
                .mark(0, 0, 5, 5, "c0", hostile, "/console/conversations?page=\"><script>")
                .text(0, 0, "start", hostile)
                .end();
        var parsed = Jsoup.parse(svg, "", Parser.xmlParser());

        assertThat(parsed.select("script")).isEmpty();
        assertThat(parsed.select("[onload]")).isEmpty();
        assertThat(parsed.select("text").text()).contains("<script>alert(1)</script>");
        assertThat(svg).doesNotContain("\u0007");
    }

    @Test
    void laysATreeMapAsItsPaperDoes() {
        List<Double> values = List.of(6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0);
        List<Squares.Place> places = Squares.lay(values, 6, 4);

        for (int i = 0; i < values.size(); i++) {
            assertThat(places.get(i).width() * places.get(i).height()).isCloseTo(values.get(i), within(1e-9));
        }
        assertThat(places.get(0)).isEqualTo(new Squares.Place(0, 0, 3, 2));
        assertThat(places.get(1)).isEqualTo(new Squares.Place(0, 2, 3, 2));
        assertThat(places).allSatisfy(place -> assertThat(
                        Math.max(place.width() / place.height(), place.height() / place.width()))
                .isLessThan(3));
    }

    @Test
    void writesNoFormulaIntoATable() {
        Chart chart = new Chart(
                "x", "", List.of("Page", "Nombre"), List.of(new Chart.Row("=cmd|' /C calc'!A0", "", List.of("-3"))));

        assertThat(chart.csv()).isEqualTo("\"Page\",\"Nombre\"\r\n\"'=cmd|' /C calc'!A0\",\"-3\"\r\n");
    }
}

package fr.gercor.faq.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+33 6",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00A0=1",
                "＝1+1",
                "＠x",
                "\u200E=1",
                "\uFEFF=1"
            })
    void keepsASpreadsheetFromCalculating(String text) {
        assertThat(Export.cell(text)).startsWith("\"'").endsWith("\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"bonjour|\"bonjour\"", "dit \"oui\"|\"dit \"\"oui\"\"\"", "a;b|\"a;b\"", "2 - 1 = 1|\"2 - 1 = 1\""
            })
    void quotesEveryCell(String text, String cell) {
        assertThat(Export.cell(text)).isEqualTo(cell);
    }
}

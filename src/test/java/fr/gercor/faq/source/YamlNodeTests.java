package fr.gercor.faq.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlNodeTests {

    private final Faults faults = new Faults();

    @Test
    void readsFieldsItemsAndDays() {
        YamlNode node = read("title: ' Titre '\nwords: [un, deux]\nday: 2026-11-22\n");

        assertThat(node.text("title", faults)).isEqualTo("Titre");
        assertThat(node.texts("words", faults)).containsExactly("un", "deux");
        assertThat(node.date("day", faults)).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(node.optionalText("absent", faults)).isEmpty();
        assertThat(node.items("absent", faults)).isEmpty();
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void findsEveryFaultWithItsLine() {
        YamlNode node = read("""
                title: [un]
                words: deux
                day: demain
                blank:
                unknown: 1
                list:
                  - un
                  - {deux: 2}
                """);

        node.onlyFields(faults, "title", "words", "day", "blank", "list");
        node.text("title", faults);
        node.texts("words", faults);
        node.date("day", faults);
        node.text("blank", faults);
        node.text("missing", faults);
        assertThat(node.texts("list", faults)).containsExactly("un");

        assertThat(said())
                .containsExactly(
                        "a.yml:5: \"unknown\" is not known here; known are title, words, day, blank, list",
                        "a.yml:1: a text was expected here",
                        "a.yml:2: a list was expected here",
                        "a.yml:3: a day is written 2026-11-22, not demain",
                        "a.yml:4: a text was expected here",
                        "a.yml:1: \"missing\" is missing",
                        "a.yml:8: a text was expected here");
    }

    @Test
    void countsLinesFromWhereThePartBegins() {
        YamlNode node = YamlNode.read("a.md", "title: []\n", 12, faults).orElseThrow();

        node.text("title", faults);

        assertThat(said()).containsExactly("a.md:12: a text was expected here");
    }

    @Test
    void reportsAFieldThatStandsTwice() {
        read("title: un\nother: 1\ntitle: deux\n");

        assertThat(said()).containsExactly("a.yml:3: \"title\" stands twice");
    }

    @Test
    void namesTheLineWhereATextIsNoYaml() {
        assertThat(YamlNode.read(new SourceFile("a.yml", "title: un\nwords: [un, deux\nday: 1\n"), faults))
                .isEmpty();

        assertThat(said()).singleElement().asString().startsWith("a.yml:3: not YAML: ");
    }

    @Test
    void reportsAFileThatHoldsNothing() {
        assertThat(YamlNode.read(new SourceFile("a.yml", "# rien\n"), faults)).isEmpty();

        assertThat(said()).containsExactly("a.yml:1: nothing is written here");
    }

    @Test
    void expectsFieldsWhereAListStands() {
        read("- un\n").onlyFields(faults, "title");

        assertThat(said()).containsExactly("a.yml:1: fields were expected here: title");
    }

    private YamlNode read(String text) {
        return YamlNode.read(new SourceFile("a.yml", text), faults).orElseThrow();
    }

    private List<String> said() {
        return faults.all().stream().map(Fault::toString).toList();
    }
}

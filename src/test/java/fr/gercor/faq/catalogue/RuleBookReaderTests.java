package fr.gercor.faq.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.catalogue.RuleBook.Kind;
import fr.gercor.faq.source.Fault;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBookReaderTests {

    private final Faults faults = new Faults();

    @Test
    void triesDistressBeforeEmergencies() {
        RuleBook rules = read(
                new SourceFile("urgences.yml", "rules:\n  - id: fievre\n    title: Fièvre\n    signs: [fièvre]\n"),
                new SourceFile("detresse.yml", "rules:\n  - id: mort\n    title: Mort\n    signs: [mourir]\n"));
        assertThat(rules.rules()).extracting(RuleBook.Rule::kind).containsExactly(Kind.SUICIDE, Kind.MEDICAL);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void namesTheLineOfAListThatIsNotThere() {
        read(new SourceFile(
                "urgences.yml", "rules:\n  - id: fievre\n    title: Fièvre\n    signs:\n      - \"{fievre}\"\n"));
        assertThat(faults.errors())
                .extracting(Fault::file, Fault::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("urgences.yml", 5));
    }

    @Test
    void reportsARuleAndAListThatStandTwice() {
        String text = "words:\n  mot: [un]\nrules:\n  - id: fievre\n    title: Fièvre\n    signs: [fièvre]\n";
        read(new SourceFile("urgences.yml", text), new SourceFile("detresse.yml", text));
        assertThat(faults.errors()).hasSize(2);
    }

    private RuleBook read(SourceFile... files) {
        return new RuleBookReader().read(new SourceFolder(List.of(files)), faults);
    }
}

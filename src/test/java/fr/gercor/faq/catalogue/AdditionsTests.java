package fr.gercor.faq.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdditionsTests {

    private static final String PAGE = "grand-public/conseils/sommeil";

    private static final SourceFolder FILES =
            new SourceFolder(List.of(new SourceFile(PAGE + ".yml", """
                    # What people ask about sleep.
                    page: grand-public/conseils/sommeil
                    intents:
                      - id: sommeil.nuits
                        section: nuits
                        label: "Comment mieux dormir ?"
                        followUps: []
                        utterances:
                          - "je dors mal"   # asked often
                          - "comment dormir"
                    """), new SourceFile("hors-sujet.yml", """
                    topics:
                      - id: weather
                        utterances: ["il pleut", "quel temps [ici]"]
                      - id: sport
                        utterances: ["le match"]
                    """)));

    @Test
    void writesAnUtteranceAfterTheOthersAndLeavesTheRestAsItIs() {
        SourceFolder merged = Additions.utterance("sommeil.nuits", "nuits \"blanches\" \\ à 3h\nencore")
                .into(FILES);

        String before = FILES.file(PAGE + ".yml").orElseThrow().text();
        assertThat(merged.file(PAGE + ".yml").orElseThrow().text())
                .isEqualTo(before + "      - \"nuits \\\"blanches\\\" \\\\ à 3h encore\"\n");
        assertThat(read(merged).intent("sommeil.nuits").orElseThrow().utterances())
                .containsExactly("je dors mal", "comment dormir", "nuits \"blanches\" \\ à 3h encore");
    }

    @Test
    void writesIntoAListBetweenBrackets() {
        Catalogue catalogue = read(Additions.topic("weather", "va-t-il neiger").into(FILES));

        assertThat(catalogue.outOfScope().getFirst().utterances())
                .containsExactly("il pleut", "quel temps [ici]", "va-t-il neiger");
        assertThat(catalogue.outOfScope().getLast().utterances()).containsExactly("le match");
    }

    @Test
    void writesIntentsIntoFilesThatExistAndIntoNewOnes() {
        Intent siesta = new Intent(
                "sommeil.sieste", PAGE, "sieste", "Faut-il faire la sieste ?", List.of("la sieste"), List.of());
        Intent dream = new Intent(
                "reves.sens",
                "grand-public/conseils/reves",
                "sens",
                "Que dit un rêve ?",
                List.of("mon rêve"),
                List.of());
        Catalogue catalogue = read(Additions.intent(siesta)
                .and(Additions.intent(dream))
                .and(Additions.utterance("reves.sens", "un cauchemar"))
                .into(FILES));

        assertThat(catalogue.intent("sommeil.sieste")).contains(siesta);
        assertThat(catalogue.intent("reves.sens").orElseThrow().utterances())
                .containsExactly("mon rêve", "un cauchemar");
    }

    @Test
    void writesEntriesOfTheLexicon() {
        LexiconEntry entry = new LexiconEntry(
                List.of("roupillon", "faire dodo"),
                "sieste",
                LexiconEntry.Kind.LAY,
                Optional.empty(),
                Optional.empty());

        assertThat(read(Additions.entry(entry).into(FILES)).lexicon()).containsExactly(entry);
    }

    @Test
    void leavesOutWhatIsThereAlreadyOrHasNoPlaceAnyMore() {
        Additions additions = Additions.utterance("sommeil.nuits", "je dors mal")
                .and(Additions.utterance("gone.intent", "autre"))
                .and(Additions.topic("gone", "autre"));

        assertThat(additions.into(FILES).files()).isEqualTo(FILES.files());
    }

    @Test
    void writesTheSameTwiceAsOnce() {
        Additions additions =
                Additions.utterance("sommeil.nuits", "insomnie").and(Additions.topic("weather", "la neige"));
        SourceFolder once = additions.into(FILES);

        assertThat(additions.into(once).files()).isEqualTo(once.files());
    }

    @Test
    void takesOneOutByItsPlace() {
        Additions additions =
                Additions.topic("weather", "la neige").and(Additions.utterance("sommeil.nuits", "insomnie"));

        assertThat(additions.without(0)).isEqualTo(Additions.topic("weather", "la neige"));
        assertThat(additions.without(1)).isEqualTo(Additions.utterance("sommeil.nuits", "insomnie"));
    }

    private static Catalogue read(SourceFolder folder) {
        return new CatalogueReader().read(folder);
    }
}

package fr.gercor.faq.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.gercor.faq.source.Fault;
import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.source.UnreadableSourceException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueReaderTests {

    private static final String FATIGUE = """
            page: grand-public/conseils/fatigue
            intents:
              - id: conseils.fatigue.causes
                section: causes
                label: "D'où vient la fatigue ?"
                followUps: [conseils.fatigue.que-faire]
                utterances: ["pourquoi suis-je fatigué", "cause de la fatigue"]
              - id: conseils.fatigue.que-faire
                section: que-faire
                label: "Que faire ?"
                utterances: ["que faire"]
            """;

    private final Faults faults = new Faults();

    @Test
    void readsIntentsInTheOrderOfTheirFiles() {
        Catalogue catalogue = read(new SourceFile("grand-public/conseils/fatigue.yml", FATIGUE));

        assertThat(catalogue.intents())
                .extracting(Intent::id)
                .containsExactly("conseils.fatigue.causes", "conseils.fatigue.que-faire");
        assertThat(catalogue.intent("conseils.fatigue.causes"))
                .hasValue(new Intent(
                        "conseils.fatigue.causes",
                        "grand-public/conseils/fatigue",
                        "causes",
                        "D'où vient la fatigue ?",
                        List.of("pourquoi suis-je fatigué", "cause de la fatigue"),
                        List.of("conseils.fatigue.que-faire")));
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void readsTheLexiconAndTopics() {
        Catalogue catalogue = read(
                new SourceFile("lexique.yml", "entries:\n  - {forms: [chimio], means: chimiothérapie, kind: lay}\n"),
                new SourceFile("conversation.yml", "topics:\n  - {id: thanks, utterances: [merci]}\n"),
                new SourceFile(
                        "hors-sujet.yml", "topics:\n  - {id: everyday, terms: [météo], utterances: [quel temps]}\n"));

        assertThat(catalogue.lexicon())
                .extracting(LexiconEntry::kind, LexiconEntry::means)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(LexiconEntry.Kind.LAY, "chimiothérapie"));
        assertThat(catalogue.smallTalk()).extracting(Topic::id).containsExactly("thanks");
        assertThat(catalogue.outOfScope())
                .containsExactly(new Topic("everyday", List.of("météo"), List.of("quel temps"), Optional.empty()));
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void readsSituationsWhichMayBeLeftOut() {
        assertThat(read().situations()).isEqualTo(Situations.NONE);

        Situations situations = read(new SourceFile("situations.yml", """
                        pages: [grand-public/conseils/, grand-public/traitements/douleur]
                        situations:
                          - names: [grand-public/traitements/chimiotherapie]
                            words: [chimio]
                            after: [pendant la chimio]
                            except: [grand-public/conseils/cheveux]
                        """)).situations();

        assertThat(situations.all())
                .containsExactly(new Situations.Situation(
                        Set.of("grand-public/traitements/chimiotherapie"),
                        List.of("chimio"),
                        List.of(),
                        List.of("pendant la chimio"),
                        Set.of("grand-public/conseils/cheveux")));
        assertThat(situations.arise("grand-public/conseils/fatigue")).isTrue();
        assertThat(situations.arise("grand-public/traitements/douleur")).isTrue();
        assertThat(situations.arise("grand-public/traitements/chimiotherapie")).isFalse();
        assertThat(situations.all().getFirst().suits("grand-public/conseils/cheveux"))
                .isFalse();
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void wantsAPhraseInEachSituationAndAPlainYesOrNo() {
        read(
                new SourceFile("situations.yml", "pages: []\nsituations:\n  - names: []\n    words: [chimio]\n"),
                new SourceFile("grand-public/conseils/fatigue.yml", FATIGUE + "    escalates: maybe\n"));

        assertThat(faults.errors())
                .extracting(Fault::toString)
                .containsExactlyInAnyOrder(
                        "situations.yml:3: a situation says something before a question or after it",
                        "grand-public/conseils/fatigue.yml:8: \"escalates\" is true or false, not \"maybe\"");
    }

    @Test
    void namesTheLinesOfWhatIsWrong() {
        read(
                new SourceFile("grand-public/conseils/fatigue.yml", """
                        page: grand-public/conseils/repos
                        intents:
                          - id: conseils.fatigue.causes
                            section: causes
                            utterance: ["pourquoi suis-je fatigué"]
                        """),
                new SourceFile("lexique.yml", "entries:\n  - {forms: [chimio], means: chimiothérapie, kind: argot}\n"));

        assertThat(faults.errors())
                .extracting(Fault::file, Fault::line)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("grand-public/conseils/fatigue.yml", 1),
                        org.assertj.core.groups.Tuple.tuple("grand-public/conseils/fatigue.yml", 5),
                        org.assertj.core.groups.Tuple.tuple("grand-public/conseils/fatigue.yml", 3),
                        org.assertj.core.groups.Tuple.tuple("lexique.yml", 2));
    }

    @Test
    void reportsAnIntentThatStandsTwice() {
        read(
                new SourceFile("grand-public/conseils/fatigue.yml", FATIGUE),
                new SourceFile(
                        "grand-public/conseils/repos.yml", FATIGUE.replace("conseils/fatigue", "conseils/repos")));

        assertThat(faults.errors())
                .extracting(Fault::toString)
                .containsExactly(
                        "grand-public/conseils/repos.yml:3: the intent \"conseils.fatigue.causes\""
                                + " stands in grand-public/conseils/fatigue.yml too",
                        "grand-public/conseils/repos.yml:8: the intent \"conseils.fatigue.que-faire\""
                                + " stands in grand-public/conseils/fatigue.yml too");
    }

    @Test
    void refusesAFolderWithFaults() {
        SourceFolder folder = new SourceFolder(List.of(new SourceFile("hors-sujet.yml", "sujets: []\n")));

        assertThatExceptionOfType(UnreadableSourceException.class)
                .isThrownBy(() -> new CatalogueReader().read(folder))
                .withMessageContaining("hors-sujet.yml:1");
    }

    private Catalogue read(SourceFile... files) {
        return new CatalogueReader().read(new SourceFolder(List.of(files)), faults);
    }
}

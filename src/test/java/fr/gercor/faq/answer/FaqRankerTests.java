package fr.gercor.faq.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.answer.FaqRanker.Entry;
import fr.gercor.faq.catalogue.CatalogueReader;
import fr.gercor.faq.content.ContentReader;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.testsupport.WholeContent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A swimming pool's FAQ: a subject that our catalogue says nothing of. */
class FaqRankerTests {

    private static final List<Entry> POOL = List.of(
            new Entry("tarifs", "Quels sont les tarifs ?", "L'abonnement se prend à l'accueil, pour dix entrées."),
            new Entry("horaires", "Quels sont les horaires ?", "Le grand bassin ouvre tous les matins sauf le lundi."),
            new Entry("bonnet", "Le port du bonnet est-il obligatoire ?", "Oui. Les shorts ne sont pas admis."),
            new Entry("enfants", "À quel âge peut-on nager sans surveillance ?", "Dès dix ans, si l'on sait nager."));

    private static final FaqRanker PLAIN = FaqRanker.plain(POOL, "fr");
    private static final FaqRanker FRENCH = FaqRanker.french(
            POOL,
            new ContentReader().read(SourceFolder.read(WholeContent.CONTENT)),
            new CatalogueReader().read(SourceFolder.read(WholeContent.INTENTS)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    quels tarifs pour nager le matin            | tarifs
                    doit-on porter un bonnet                    | bonnet
                    a-t-on le droit de venir en short           | bonnet
                    le grand bassin est-il ouvert le lundi      | horaires
                    faut il un bonet                            | bonnet
                    les horraires svp                           | horaires
                    """)
    void ranksFirstTheEntryWhoseQuestionOrAnswerHoldsTheWords(String query, String expected) {
        assertThat(PLAIN.rank(query)).startsWith(expected);
        assertThat(FRENCH.rank(query)).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    combien faut-il payer                       | tarifs
                    combien ça coûte                            | tarifs
                    jusqu'à quelle heure pouvez-vous me recevoir| horaires
                    """)
    void findsAnEntryAskedInOtherWordsByWhatOurUtterancesTeach(String query, String expected) {
        assertThat(PLAIN.rank(query).stream().findFirst()).isNotEqualTo(Optional.of(expected));
        assertThat(FRENCH.rank(query)).startsWith(expected);
    }

    @Test
    void leavesOutEntriesThatShareNothingWhereNothingWasLearned() {
        assertThat(PLAIN.rank("nager")).containsExactly("enfants");
        assertThat(PLAIN.rank("xyz")).isEmpty();
    }
}

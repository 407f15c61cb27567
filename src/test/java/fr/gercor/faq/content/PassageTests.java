package fr.gercor.faq.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.gercor.faq.content.Passage.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTests {

    private static final String SIX = "Un repas est pris. Deux verres sont bus. Trois pas sont faits. "
            + "Quatre heures passent. Cinq amis viennent. Six jours restent.\n";

    @Test
    void quotesAListWholeWithItsIntroduction() {
        Passage passage = only("Appelez devant :\n\n- une **fièvre** de 38 °C. Ou plus.\n- des frissons\n");

        assertThat(passage.kind()).isEqualTo(Kind.LIST);
        assertThat(passage.quotes())
                .extracting(Quote::text)
                .containsExactly("Appelez devant :\nune fièvre de 38 °C. Ou plus.\ndes frissons");
    }

    @Test
    void quotesAListThatNothingIntroduces() {
        assertThat(only("1. Un\n2. Deux\n").whole().text()).isEqualTo("Un\nDeux");
    }

    @Test
    void quotesARowOfATableWithItsHeaders() {
        List<Passage> passages = Pages.of("""
                Les gestes utiles :

                | Signe | Que faire |
                | --- | --- |
                | Fièvre | Appelez |
                | Fatigue | Reposez-vous |
                """).passages();

        assertThat(passages).extracting(Passage::kind).containsOnly(Kind.ROW);
        assertThat(passages)
                .extracting(Passage::text)
                .containsExactly("Signe | Que faire\nFièvre | Appelez", "Signe | Que faire\nFatigue | Reposez-vous");
        assertThat(passages).extracting(Passage::ordinal).containsExactly(0, 1);
    }

    @Test
    void quotesOneToFourSentences() {
        Passage passage = only(SIX);

        assertThat(passage.quotes()).hasSize(6 + 5 + 4 + 3);
        assertThat(passage.whole().text()).endsWith("Quatre heures passent.");
        assertThat(passage.quote(1, 2).text()).isEqualTo("Deux verres sont bus. Trois pas sont faits.");
        assertThatIllegalArgumentException().isThrownBy(() -> passage.quote(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> passage.quote(0, 0));
    }

    @Test
    void finishesALineBreakOfTheFileWithASpace() {
        assertThat(only("Une phrase\nsur deux lignes.\n").whole().text()).isEqualTo("Une phrase sur deux lignes.");
    }

    @Test
    void namesAQuoteByTheSha256OfItsText() {
        Quote quote = only("Bonjour.\n").whole();

        // printf 'Bonjour.' | sha256sum
        assertThat(quote.hash()).isEqualTo("441278a3222df4721ec34da47617fc314830ca0951491981ab2fb2de7ae640d2");
    }

    @Test
    void findsEveryQuoteAgainByItsHash() {
        Page page = Pages.of(SIX);

        for (Quote quote : page.passages().getFirst().quotes()) {
            assertThat(page.quote(quote.hash())).contains(quote);
        }
        assertThat(page.quote("0".repeat(64))).isEmpty();
    }

    @Test
    void holdsTheTextThatItsExtentsName() {
        Page page = Pages.of("Elle *aide* le corps. Elle **dure** deux ans.\n");
        String line = page.section("definition")
                .orElseThrow()
                .blocks()
                .getFirst()
                .lines()
                .getFirst()
                .text();

        for (Quote quote : page.passages().getFirst().sentences()) {
            Quote.Extent extent = quote.extents().getFirst();
            assertThat(line.substring(extent.start(), extent.end())).isEqualTo(quote.text());
        }
    }

    private static Passage only(String text) {
        List<Passage> passages = Pages.of(text).passages();
        assertThat(passages).hasSize(1);
        return passages.getFirst();
    }
}

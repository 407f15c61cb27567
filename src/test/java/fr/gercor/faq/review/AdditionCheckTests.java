package fr.gercor.faq.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.catalogue.Additions;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.LexiconEntry;
import fr.gercor.faq.review.Objection.Kind;
import fr.gercor.faq.testsupport.TinyEngine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdditionCheckTests {

    private static final String FATIGUE = "grand-public/conseils-pratiques/fatigue";

    @Test
    void takesWhatIsSound() {
        assertThat(check(Additions.utterance("conseils.fatigue.que-faire", "je suis à plat")))
                .isEmpty();
        assertThat(check(intent("conseils.fatigue.sieste", "que-faire", "la sieste")))
                .isEmpty();
        assertThat(check(Additions.topic("everyday", "le loto"))).isEmpty();
    }

    @Test
    void findsAnUtteranceThatStandsElsewhereHoweverItIsWritten() {
        assertThat(check(Additions.utterance("conseils.fatigue.causes", "Conseils  Fatigue !")))
                .containsExactly(
                        new Objection(Kind.DUPLICATE, List.of("Conseils  Fatigue !", "conseils.fatigue.que-faire")));
        assertThat(check(Additions.utterance("conseils.fatigue.causes", "à plat")
                        .and(Additions.topic("everyday", "À plat ?"))))
                .extracting(Objection::kind)
                .containsExactly(Kind.DUPLICATE);
    }

    @Test
    void findsWhatLeadsNowhere() {
        assertThat(check(Additions.utterance("nulle.part", "bla")))
                .extracting(Objection::kind)
                .containsExactly(Kind.UNKNOWN_INTENT);
        assertThat(check(Additions.topic("nulle-part", "bla")))
                .extracting(Objection::kind)
                .containsExactly(Kind.UNKNOWN_TOPIC);
        assertThat(check(intent("conseils.fatigue.x", "nulle-part", "bla")))
                .extracting(Objection::kind)
                .containsExactly(Kind.UNKNOWN_SECTION);
        assertThat(check(Additions.entry(new LexiconEntry(
                        List.of("naze"),
                        "fatigue",
                        LexiconEntry.Kind.LAY,
                        Optional.of("nulle/part"),
                        Optional.empty()))))
                .extracting(Objection::kind)
                .containsExactly(Kind.UNKNOWN_TARGET);
    }

    @Test
    void findsIdsThatAreTakenOrMalformedAndWordsThatAreMissing() {
        assertThat(check(intent("conseils.fatigue.causes", "causes", "bla")))
                .extracting(Objection::kind)
                .containsExactly(Kind.TAKEN_ID);
        assertThat(check(intent("x: [", "causes", "bla")))
                .extracting(Objection::kind)
                .containsExactly(Kind.MALFORMED_ID);
        assertThat(check(Additions.utterance("conseils.fatigue.causes", " ?! ")))
                .extracting(Objection::kind)
                .containsExactly(Kind.EMPTY);
        assertThat(check(Additions.utterance("conseils.fatigue.causes", "long ".repeat(100))))
                .extracting(Objection::kind)
                .containsExactly(Kind.TOO_LONG);
    }

    private static Additions intent(String id, String section, String utterance) {
        return Additions.intent(new Intent(id, FATIGUE, section, "Que faire ?", List.of(utterance), List.of()));
    }

    private static List<Objection> check(Additions additions) {
        Engine engine = TinyEngine.shared();
        return new AdditionCheck(engine.catalogue(), engine.content()).check(additions);
    }
}

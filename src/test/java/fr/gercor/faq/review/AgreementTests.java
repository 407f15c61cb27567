package fr.gercor.faq.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.gercor.faq.review.Agreement.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTests {

    /** The example of every textbook: 20 and 15 alike, 5 and 10 not, kappa 0.4. */
    @Test
    void takesAwayWhatChanceGives() {
        List<Pair> pairs = new ArrayList<>();
        pairs.addAll(Collections.nCopies(20, new Pair(Verdict.RIGHT, Verdict.RIGHT)));
        pairs.addAll(Collections.nCopies(5, new Pair(Verdict.RIGHT, Verdict.WRONG_PAGE)));
        pairs.addAll(Collections.nCopies(10, new Pair(Verdict.WRONG_PAGE, Verdict.RIGHT)));
        pairs.addAll(Collections.nCopies(15, new Pair(Verdict.WRONG_PAGE, Verdict.WRONG_PAGE)));

        Agreement agreement = Agreement.of(pairs);

        assertThat(agreement.agreed()).isEqualTo(35);
        assertThat(agreement.kappa().orElseThrow()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void knowsNoKappaWhereChanceExplainsAll() {
        assertThat(Agreement.of(List.of()).kappa()).isEmpty();
        assertThat(Agreement.of(List.of(new Pair(Verdict.RIGHT, Verdict.RIGHT))).kappa())
                .isEmpty();
    }
}

package fr.gercor.faq.triage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.catalogue.RuleBook.Kind;
import fr.gercor.faq.catalogue.RuleBook.Rule;
import fr.gercor.faq.question.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the triage sees and what it mistakes. {@code cases.tsv} was written in four sets, each before the rules were tuned on it;
 * at first sight they found 119 of 129, 38 of 86, 54 of 85 and 31 of 40 live emergencies, with 1, 1, 2 and 1 false alarms. The fifth
 * holds messages like those that the relevance tables showed to be missed.
 */
class TriageMeasureTests {

    /** Of ordinary questions, and of questions about an emergency. */
    private static final double MOST_FALSE_ALARMS = 0.01;

    private static final long LONGEST_NANOS = 1_000_000;

    private final GroupTriage group = GroupTriage.SHARED;

    private record Case(String expected, String message) {}

    @Test
    void missesNoEmergency() {
        assertThat(cases("medical"))
                .allSatisfy(message ->
                        assertThat(group.assess(message).alarm()).as(message).isPresent());
    }

    @Test
    void missesNoDistress() {
        assertThat(cases("suicide"))
                .allSatisfy(message -> assertThat(group.assess(message).alarm().map(Rule::kind))
                        .as(message)
                        .contains(Kind.SUICIDE));
    }

    @Test
    void mentionsWhatIsOnlyAskedAbout() {
        assertThat(cases("about")).allSatisfy(message -> {
            assertThat(group.assess(message).alarm()).as(message).isEmpty();
            assertThat(group.assess(message).mentioned()).as(message).isPresent();
        });
    }

    @Test
    void seesRequestsForADiagnosisAndProtocols() {
        assertThat(cases("diagnosis"))
                .allSatisfy(message -> assertThat(group.assess(message).diagnosis())
                        .as(message)
                        .isPresent());
        assertThat(cases("protocol"))
                .allSatisfy(message ->
                        assertThat(group.assess(message).protocol()).as(message).isPresent());
    }

    @Test
    void alarmsOnHardlyAnyOrdinaryQuestion() {
        List<String> ordinary = new ArrayList<>(cases("none"));
        ordinary.addAll(cases("diagnosis"));
        ordinary.addAll(cases("protocol"));
        List<String> alarmed = ordinary.stream()
                .filter(message -> group.assess(message).alarm().isPresent())
                .toList();
        assertThat(alarmed).hasSizeLessThanOrEqualTo((int) (MOST_FALSE_ALARMS * ordinary.size()));
    }

    @Test
    void alarmsOnHardlyAnyUtteranceThatTellsNoEmergency() {
        Set<String> live = new HashSet<>(GroupTriage.lines("live-utterances.txt"));
        List<String> utterances = group.catalogue().intents().stream()
                .flatMap(intent -> intent.utterances().stream())
                .toList();
        List<String> alarmed = utterances.stream()
                .filter(utterance -> !live.contains(utterance))
                .filter(utterance -> group.assess(utterance).alarm().isPresent())
                .toList();
        assertThat(alarmed).hasSizeLessThanOrEqualTo((int) (MOST_FALSE_ALARMS * utterances.size()));
    }

    @Test
    @Tag("timed")
    void readsALongMessageInUnderAMillisecond() {
        Question question = group.analyse(
                ("je voudrais savoir si la chimio donne de la fièvre et des frissons, mon mari a du mal à dormir"
                                + " depuis hier et il ne mange plus, ")
                        .repeat(16)
                        .substring(0, 2_000));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2_000; i++) {
            long start = System.nanoTime();
            group.assess(question);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best).isLessThan(LONGEST_NANOS);
    }

    @Test
    void seesTheSameEachTime() {
        List<String> messages = cases("medical");
        assertThat(messages.stream().map(group::assess).toList())
                .isEqualTo(messages.stream().map(group::assess).toList());
    }

    private static List<String> cases(String expected) {
        return GroupTriage.lines("cases.tsv").stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(columns -> new Case(columns[1], columns[2]))
                .filter(each -> each.expected().equals(expected))
                .map(Case::message)
                .toList();
    }
}

package fr.gercor.faq.triage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.catalogue.RuleBook.Rule;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the group, tried on their own examples. */
class TriageRulesTests {

    private final GroupTriage group = GroupTriage.SHARED;

    @ParameterizedTest
    @MethodSource("rules")
    void firesOnItsExamples(Rule rule) {
        SoftAssertions softly = new SoftAssertions();
        for (String example : rule.examples()) {
            softly.assertThat(kindSeen(rule, example)).as(example).isPresent();
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsSilentOnItsCounterExamples(Rule rule) {
        SoftAssertions softly = new SoftAssertions();
        for (String example : rule.counterExamples()) {
            softly.assertThat(kindSeen(rule, example)).as(example).isEmpty();
            softly.assertThat(group.assess(example).alarm()).as(example).isEmpty();
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasEnoughExamples(Rule rule) {
        assertThat(rule.examples()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(rule.counterExamples()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void leadsToASectionThatIsThere(Rule rule) {
        if (rule.kind().isAlarm() || !rule.page().isEmpty()) {
            String[] target = rule.page().split("#", 2);
            assertThat(group.content().page(target[0]).flatMap(page -> page.section(target[1])))
                    .as(rule.page())
                    .isPresent();
        }
    }

    @Test
    void showsTheNumbersInTheOrderInWhichToCall() {
        assertThat(group.content().contacts("medical")).extracting("phone").containsExactly("15", "112", "114");
        assertThat(group.content().contacts("suicide")).extracting("phone").containsExactly("3114", "15", "112");
    }

    private Optional<Rule> kindSeen(Rule rule, String message) {
        Assessment seen = group.assess(message);
        return switch (rule.kind()) {
            case MEDICAL, SUICIDE -> seen.alarm().filter(alarm -> alarm.kind() == rule.kind());
            case DIAGNOSIS -> seen.diagnosis();
            case PROTOCOL -> seen.protocol();
        };
    }

    static Stream<Rule> rules() {
        return GroupTriage.SHARED.catalogue().rules().rules().stream();
    }
}

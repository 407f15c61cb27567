package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.security.PasswordRules.Objection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords may be chosen. */
class PasswordRulesTests {

    private final PasswordRules rules = PasswordRules.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "un beau soleil couchant",
                "tigre-lampe-sept",
                "ùéàçôîù ùéàçô",
                "xK9vQ2mPz7Lw",
                "correct horse battery staple"
            })
    void takesWhatIsLongAndOnesOwn(String password) {
        assertThat(rules.objection(password, "anne.martin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "onze lettre,SHORT",
        "motdepasse12345,COMMON",
        "PASSWORD!!!!2026,COMMON",
        "123456789012,COMMON",
        "azertyazerty,COMMON",
        "aaaaaaaaaaaaa,COMMON",
        "soleilsoleil,COMMON",
        "chez anne.martin,USERNAME"
    })
    void refusesWhatIsTriedFirst(String password, Objection objection) {
        assertThat(rules.objection(password, "anne.martin")).contains(objection);
    }

    @ParameterizedTest
    @CsvSource({"128,false", "129,true"})
    void takesNoMoreThanItHashesWithEase(int length, boolean refused) {
        String password = "tigre-lampe-sept".repeat(9).substring(0, length - 1) + "!";

        assertThat(rules.objection(password, "").filter(Objection.LONG::equals).isPresent())
                .isEqualTo(refused);
    }
}

package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gercor.faq.security.PasswordRules.Objection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
                "correct horse battery staple",
                "soleil d'automne sur le lac",
                "la pluie tombe en novembre",
                "vK4-tulipe-91-Ronce",
                "3fh72ks90dkw",
                "mon chat s'appelle Archibald"
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
        "M0tD3P@ss32026!,COMMON",
        "Mot-de-passe-2026,COMMON",
        "mot de passe,COMMON",
        "P@$$w0rd2026!,COMMON",
        "Printemps2026!,COMMON",
        "marseille13013,COMMON",
        "AllezLesBleus!,COMMON",
        "Jean-Pierre1962,COMMON",
        "SoleilBonjour1,COMMON",
        "gercor.folfox!,COMMON",
        "Oncologie2026!,COMMON",
        "Chimiothérapie,COMMON",
        "azerty123456,COMMON",
        "AzertyQwerty1!,COMMON",
        "1qaz2wsx3edc,COMMON",
        "poiuytreza98765,COMMON",
        "abcdefghijkl,COMMON",
        "chloe1chloe1,COMMON",
        "chez anne.martin,USERNAME"
    })
    void refusesWhatIsTriedFirst(String password, Objection objection) {
        assertThat(rules.objection(password, "anne.martin")).contains(objection);
    }

    /** OWASP ASVS 5 asks for the three thousand most common passwords that the rules would let pass otherwise. */
    @Test
    void refusesMoreThanThreeThousandOfThoseThatAreLongEnough() {
        CommonPasswords common = CommonPasswords.standard();
        Set<String> made = new LinkedHashSet<>();
        for (String word : common.words()) {
            String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            made.addAll(List.of(word, capital + "2026!", word + "123456", word + word, "!!" + capital + "75000!"));
            if (word.chars().allMatch(Character::isLetter)) {
                made.add(capital.replace('a', '@').replace('o', '0') + "1234");
            }
        }
        List<String> longEnough = made.stream()
                .filter(password -> password.length() >= PasswordRules.SHORTEST)
                .toList();

        assertThat(common.words()).hasSizeGreaterThan(1_500);
        assertThat(longEnough).hasSizeGreaterThan(3_000);
        assertThat(longEnough).allSatisfy(password -> assertThat(rules.objection(password, ""))
                .contains(Objection.COMMON));
    }

    @ParameterizedTest
    @CsvSource({"128,false", "129,true"})
    void takesNoMoreThanItHashesWithEase(int length, boolean refused) {
        String password = "tigre-lampe-sept".repeat(9).substring(0, length - 1) + "!";

        assertThat(rules.objection(password, "").filter(Objection.LONG::equals).isPresent())
                .isEqualTo(refused);
    }
}

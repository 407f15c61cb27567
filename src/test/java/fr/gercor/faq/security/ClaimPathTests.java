package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ways into the claims of a provider. */
class ClaimPathTests {

    /** As Pro Santé Connect tells, shortened. */
    private static final Map<String, Object> PSC = Map.of(
            "SubjectNameID",
            "899700218896",
            "SubjectRefPro",
            Map.of(
                    "codeCivilite",
                    "MME",
                    "exercices",
                    List.of(Map.of("codeProfession", "10"), Map.of("codeProfession", "60"), Map.of("other", "x"))));

    private static final Map<String, Object> KEYCLOAK = Map.of(
            "realm_access",
            Map.of("roles", List.of("oncologie", "offline_access")),
            "https://hospital.example/role",
            "doctor");

    @Test
    void goesIntoObjectsAndThroughLists() {
        assertThat(ClaimPath.parse("SubjectNameID").in(PSC)).containsExactly("899700218896");
        assertThat(ClaimPath.parse("SubjectRefPro.exercices[].codeProfession").in(PSC))
                .containsExactly("10", "60");
        assertThat(ClaimPath.parse("realm_access.roles").in(KEYCLOAK)).containsExactly("oncologie", "offline_access");
        assertThat(ClaimPath.parse("https://hospital.example/role").in(KEYCLOAK))
                .containsExactly("doctor");
    }

    @Test
    void findsNothingWhereTheWayLeadsNowhere() {
        for (String path : List.of("nowhere", "SubjectNameID.deeper", "SubjectRefPro", "SubjectRefPro.x.y", "")) {
            assertThat(ClaimPath.parse(path).in(PSC)).as(path).isEmpty();
        }
    }
}

package fr.gercor.faq;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The map of packages that each package-info.java draws: a module uses what it names, and nothing runs in circles. */
class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheyName() {
        ApplicationModules.of(FaqApplication.class).verify();
    }
}

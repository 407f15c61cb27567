package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The way in for the very first person. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdminTests {

    private static final Pattern TOLD = Pattern.compile("as \"admin\" with the password (\\S+)");

    @Test
    void tellsThePasswordOfTheFirstAccountOnce(CapturedOutput output) {
        String database = "--spring.datasource.url=jdbc:h2:mem:first-admin;DB_CLOSE_DELAY=-1";
        try (ConfigurableApplicationContext service = SecurityApplication.start(database)) {
            Matcher told = TOLD.matcher(output.getAll());
            assertThat(told.find()).isTrue();
            People people = new People(service);
            try (Visitor browser = people.visitor()) {
                assertThat(browser.target(People.password(browser, "admin", told.group(1))))
                        .isEqualTo("/connexion/mot-de-passe");
            }
            assertThat(told.find()).isFalse();
        }
        int before = output.getAll().length();
        try (ConfigurableApplicationContext again = SecurityApplication.start(database)) {
            assertThat(again.getBean(Accounts.class).all()).hasSize(1);
            assertThat(TOLD.matcher(output.getAll().substring(before)).find()).isFalse();
        }
    }

    @Test
    void makesNoAccountWhereNoneIsWanted() {
        try (ConfigurableApplicationContext service = SecurityApplication.start("--faq.accounts.first-admin=false")) {
            assertThat(service.getBean(Accounts.class).none()).isTrue();
            assertThat(service.getBeansOfType(FirstAdmin.class)).isEmpty();
        }
    }
}

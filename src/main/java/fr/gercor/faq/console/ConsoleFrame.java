package fr.gercor.faq.console;

import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every screen. */
@ControllerAdvice(basePackageClasses = ConsoleFrame.class)
class ConsoleFrame {

    /** The navigation. */
    @ModelAttribute("screens")
    List<Screen> screens() {
        return List.of(Screen.values());
    }

    @ModelAttribute("times")
    Times times() {
        return new Times();
    }

    @ModelAttribute("numbers")
    Numbers numbers() {
        return new Numbers();
    }
}

package fr.gercor.faq.console;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the screens of mending and insight say dates with. */
@ControllerAdvice(
        assignableTypes = {
            UnansweredController.class,
            MendController.class,
            AdditionController.class,
            InsightController.class,
            ContentController.class
        })
class MendFrame {

    @ModelAttribute("paris")
    Paris paris() {
        return new Paris();
    }
}

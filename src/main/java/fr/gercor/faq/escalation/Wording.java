package fr.gercor.faq.escalation;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that patients and professionals are told by, from the message file. */
final class Wording {

    private final ResourceBundle words = ResourceBundle.getBundle("messages", Locale.ROOT);
    private final OfficeHours hours;
    private final int delay;

    /**
     * @param hours when questions are read
     * @param delay of an answer, in working days
     */
    Wording(OfficeHours hours, int delay) {
        this.hours = hours;
        this.delay = delay;
    }

    String say(String key) {
        return words.getString("escalation." + key);
    }

    String say(String key, Object... values) {
        return new MessageFormat(say(key), Locale.FRENCH).format(values);
    }

    /** The usual delay; where nobody reads now, when somebody will. */
    String delay(Instant asked) {
        String usual = say("delay", delay);
        if (hours.isOpen(asked)) {
            return usual;
        }
        DateTimeFormatter moment = DateTimeFormatter.ofPattern(say("delay.moment"), Locale.FRENCH);
        return usual + " "
                + say("delay.closed", moment.format(hours.opening(asked).atZone(OfficeHours.FRANCE)));
    }
}

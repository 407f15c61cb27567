package fr.gercor.faq.content;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody to call.
 *
 * @param id its name in rules
 * @param name as it is read
 * @param phone the number as it is dialled
 * @param hours when it answers
 * @param when in which case to call
 * @param source who published the number
 * @param checkedOn the day it was last checked
 * @param urgencies the kinds of urgency it is shown for
 */
public record Contact(
        String id,
        String name,
        String phone,
        String hours,
        String when,
        String source,
        LocalDate checkedOn,
        List<String> urgencies) {}

package fr.gercor.faq.content;

import java.time.LocalDate;

/**
 * A physician of the group has read and validated a page.
 *
 * @param role of the physician
 * @param on the day
 */
public record Validation(String role, LocalDate on) {}

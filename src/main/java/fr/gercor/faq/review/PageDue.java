package fr.gercor.faq.review;

import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A page that must be read again against its sources.
 *
 * @param id of the page
 * @param title of it
 * @param validUntil the day until which it counts as current
 * @param past whether that day has passed
 */
public record PageDue(String id, String title, LocalDate validUntil, boolean past) {

    /** A page takes its author and its reader some weeks: told so many days before. */
    private static final int DAYS_AHEAD = 30;

    /** The pages that are due on a day or soon after, longest due first. */
    public static List<PageDue> of(Content content, LocalDate today) {
        return content.pages().stream()
                .filter(page -> !page.validUntil().isAfter(today.plusDays(DAYS_AHEAD)))
                .sorted(Comparator.comparing(Page::validUntil).thenComparing(Page::id))
                .map(page -> new PageDue(
                        page.id(),
                        page.title(),
                        page.validUntil(),
                        page.validUntil().isBefore(today)))
                .toList();
    }
}

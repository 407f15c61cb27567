package fr.gercor.faq.importing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a page is about, in the words of its title. */
final class Subject {

    /** A menu entry as short as this stands in too many headings by chance. */
    private static final int SHORTEST_MENU_NAME = 5;

    private static final int LONGEST_TITLE = 90;
    private static final Pattern BETWEEN = Pattern.compile("\\s+[|–—»:-]\\s+");

    private final Furniture furniture;

    Subject(Furniture furniture) {
        this.furniture = furniture;
    }

    /**
     * The title.
     *
     * @param fileName by which the page is called if nothing else names it
     */
    String of(OldPage page, String fileName) {
        List<Piece.Heading> headings = page.pieces().stream()
                .filter(Piece.Heading.class::isInstance)
                .map(Piece.Heading.class::cast)
                .toList();
        Optional<Piece.Heading> title =
                headings.stream().filter(heading -> heading.level() == 1).findFirst();
        if (title.isPresent() || !headings.isEmpty()) {
            return of(title.orElseGet(headings::getFirst).text(), page.menu());
        }
        String named = page.title()
                .map(text -> BETWEEN.split(text, -1))
                .map(parts -> parts[parts.length - 1])
                .orElseGet(() -> fileName.replaceFirst("\\.[^.]*$", "").replaceAll("[-_]+", " "));
        return capitalised(named.strip());
    }

    private String of(String heading, List<String> menu) {
        if (!heading.endsWith("?")) {
            return capitalised(
                    heading.length() <= LONGEST_TITLE
                            ? heading.replaceFirst("\\s*:$", "")
                            : heading.substring(0, LONGEST_TITLE).strip());
        }
        String slug = Slugs.of(heading);
        Optional<String> named = menu.stream()
                .filter(name -> name.length() >= SHORTEST_MENU_NAME)
                .filter(name -> ("-" + slug + "-").contains("-" + furniture.withoutArticles(Slugs.of(name)) + "-"))
                .max(Comparator.comparingInt(String::length));
        return named.orElseGet(() -> capitalised(withoutQuestion(heading)));
    }

    /** « Qu'est-ce que l'immunothérapie ? » is about « immunothérapie »; a question that asks more is kept whole. */
    private String withoutQuestion(String heading) {
        String slug = Slugs.of(heading);
        String subject = furniture.withoutOpening(slug);
        if (subject.equals(slug) || subject.isEmpty()) {
            return heading;
        }
        String wanted = furniture.withoutArticles(subject);
        for (int from = 0; from < heading.length(); from++) {
            boolean begins = from == 0 || !Character.isLetterOrDigit(heading.charAt(from - 1));
            if (begins && Slugs.of(heading.substring(from)).equals(wanted)) {
                return heading.substring(from).replaceFirst("\\s*\\?+$", "").strip();
            }
        }
        return heading;
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
    }
}

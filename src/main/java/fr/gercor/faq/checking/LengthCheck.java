package fr.gercor.faq.checking;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Section;
import fr.gercor.faq.source.Faults;
import java.util.regex.Pattern;

/** Public pages and their sections are long enough to answer and short enough to be read. */
final class LengthCheck implements Check {

    private static final Bounds PAGE = new Bounds(600, 1_700);

    /** The pages on the group say less, and are not padded out. */
    private static final Bounds PAGE_ON_THE_GROUP = new Bounds(300, 1_700);

    private static final Bounds SECTION = new Bounds(30, 260);
    private static final String GROUP = "grand-public/le-gercor";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]*");

    /**
     * @param fewest words
     * @param most words
     */
    private record Bounds(int fewest, int most) {
        boolean hold(long words) {
            return fewest <= words && words <= most;
        }

        @Override
        public String toString() {
            return fewest + " to " + most;
        }
    }

    @Override
    public void check(Corpus corpus, Faults faults) {
        for (Page page : corpus.pages()) {
            if (page.audience() == Audience.PUBLIC) {
                checkPage(corpus, page, faults);
                page.sections().stream()
                        .filter(section -> !section.anchor().equals(Section.TO_REMEMBER))
                        .forEach(section -> checkSection(corpus.fileOf(page), section, faults));
            }
        }
    }

    /** How many words stand in {@code text}; « aujourd'hui » and « l'eau » are one each. */
    static long words(String text) {
        return WORD.matcher(text).results().count();
    }

    private static void checkPage(Corpus corpus, Page page, Faults faults) {
        long words = words(page.introduction().text())
                + page.sections().stream()
                        .mapToLong(section -> words(section.heading()) + words(section.text()))
                        .sum();
        Bounds bounds = page.folder().equals(GROUP) ? PAGE_ON_THE_GROUP : PAGE;
        if (!bounds.hold(words)) {
            faults.warning(corpus.fileOf(page), 1, "the page holds " + words + " words; " + bounds + " are wanted");
        }
    }

    private static void checkSection(String file, Section section, Faults faults) {
        long words = words(section.text());
        if (!SECTION.hold(words)) {
            faults.warning(
                    file,
                    section.line(),
                    "the section #" + section.anchor() + " holds " + words + " words; " + SECTION + " are wanted");
        }
    }
}

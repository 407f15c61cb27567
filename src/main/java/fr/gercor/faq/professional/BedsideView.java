package fr.gercor.faq.professional;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Section;
import fr.gercor.faq.content.SectionHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A protocol as it is read at the bedside: what is needed there first, in the words of its page and no others.
 *
 * @param page whose words they are
 * @param strip the cycle drawn; empty where the table can't be drawn with certainty
 * @param first doses, what to do about toxicity, monitoring
 * @param rest everything else, in the page's order
 */
record BedsideView(Page page, Optional<CycleStrip> strip, List<SectionView> first, List<SectionView> rest) {

    private static final List<String> NEEDED =
            List.of(CycleStrip.SECTION, "cycles", "adaptations", "surveillance", "toxicites", "premedication");

    BedsideView {
        first = List.copyOf(first);
        rest = List.copyOf(rest);
    }

    /**
     * A section as it is shown.
     *
     * @param anchor its name in addresses
     * @param heading as it is read
     * @param html of its blocks
     */
    record SectionView(String anchor, String heading, String html) {
        static SectionView of(Section section) {
            return new SectionView(section.anchor(), section.heading(), SectionHtml.of(section));
        }
    }

    static BedsideView of(Page page, Optional<CycleStrip> strip) {
        List<SectionView> first = NEEDED.stream()
                .flatMap(anchor -> page.section(anchor).stream())
                .map(SectionView::of)
                .toList();
        List<SectionView> rest = page.sections().stream()
                .filter(section -> !NEEDED.contains(section.anchor()))
                .map(SectionView::of)
                .toList();
        return new BedsideView(page, strip, first, rest);
    }

    /** All sections as they stand on the page. */
    public List<SectionView> sections() {
        List<SectionView> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }
}

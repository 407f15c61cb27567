package fr.gercor.faq.site;

import fr.gercor.faq.content.Block;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Quote;
import fr.gercor.faq.content.Section;
import fr.gercor.faq.content.SectionHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page as it is shown.
 *
 * @param page whose words they are
 * @param introduction what stands above the first heading, where there is something
 * @param sections in reading order
 * @param marked the section in which a quote is marked
 * @param lostQuote whether a quote was asked for that the page no longer holds
 * @param outdated whether the day until which it counts as current has passed
 * @param related ways to pages that go with it
 * @param folder the folder around it
 */
record PageView(
        Page page,
        Optional<SectionView> introduction,
        List<SectionView> sections,
        Optional<SectionView> marked,
        boolean lostQuote,
        boolean outdated,
        List<Link> related,
        Optional<SiteFolder> folder) {

    private static final String MARK = "<mark>";

    PageView {
        sections = List.copyOf(sections);
        related = List.copyOf(related);
    }

    /**
     * A section as it is shown.
     *
     * @param anchor its name in addresses
     * @param heading as it is read
     * @param html of its blocks
     * @param marked whether a quote in it is marked; its anchor then stands on the first marked word
     * @param remember whether it holds the lines to remember
     */
    record SectionView(String anchor, String heading, String html, boolean marked, boolean remember) {}

    /**
     * @param hash of the quote to mark; empty for none
     */
    static PageView of(Page page, String hash, Visit visit) {
        Optional<Quote> quote = hash.isEmpty() ? Optional.empty() : page.quote(hash);
        List<SectionView> sections = new ArrayList<>();
        page.sections().forEach(section -> sections.add(view(section, page, quote, visit)));
        Optional<SectionView> introduction = page.introduction().blocks().isEmpty()
                ? Optional.empty()
                : Optional.of(view(page.introduction(), page, quote, visit));
        List<SectionView> all = new ArrayList<>(sections);
        introduction.ifPresent(all::add);
        return new PageView(
                page,
                introduction,
                sections,
                all.stream().filter(SectionView::marked).findFirst(),
                !hash.isEmpty() && quote.isEmpty(),
                visit.today().isAfter(page.validUntil()),
                page.related().stream()
                        .flatMap(id -> visit.page(id).stream())
                        .map(Link::to)
                        .toList(),
                visit.map().folder(page.folder()));
    }

    private static SectionView view(Section section, Page page, Optional<Quote> quote, Visit visit) {
        List<Quote> here = quote.filter(each -> each.anchor().equals(section.anchor())).stream()
                .toList();
        String html = SectionHtml.of(section, here, visit.terms().in(section, page.id()));
        return new SectionView(
                section.anchor(),
                section.heading(),
                here.isEmpty() ? html : anchored(html, section, here.getFirst()),
                !here.isEmpty(),
                section.anchor().equals(Section.TO_REMEMBER));
    }

    /**
     * Moves the anchor onto the quote, so that a browser scrolls to the very words without JavaScript, however long the section. A row
     * is quoted with its headers, which stand far above it in a long table: the row it is that must be seen.
     */
    private static String anchored(String html, Section section, Quote quote) {
        boolean row = section.blocks().get(quote.extents().getFirst().block()) instanceof Block.Table;
        int first = html.indexOf(MARK);
        int shown = row ? html.indexOf(MARK, html.indexOf("<tbody>", first)) : first;
        int place = (shown < 0 ? first : shown) + MARK.length() - 1;
        return html.substring(0, place) + " id=\"" + section.anchor() + "\"" + html.substring(place);
    }
}
